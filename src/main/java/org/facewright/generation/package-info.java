/** New identities: prompts, diffusion, variants of one face, and faces rendered from a 3D model. */
@NullMarked
package org.facewright.generation;

import org.jspecify.annotations.NullMarked;
