/** New identities: vectors drawn at random and kept only if unlike all kept before. */
@NullMarked
package org.facewright.generation.vec2face.identity;

import org.jspecify.annotations.NullMarked;
