/** Variants of an identity: its vector perturbed, drawn, compared with the reference, and kept. */
@NullMarked
package org.facewright.generation.vec2face.variant;

import org.jspecify.annotations.NullMarked;
