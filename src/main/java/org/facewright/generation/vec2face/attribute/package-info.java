/** Vectors moved until the faces drawn from them meet targets of identity, quality and pose. */
@NullMarked
package org.facewright.generation.vec2face.attribute;

import org.jspecify.annotations.NullMarked;
