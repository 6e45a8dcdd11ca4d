/** Vec2Face: faces from identity vectors, with masks that have a seed of their own. */
@NullMarked
package org.facewright.generation.vec2face;

import org.jspecify.annotations.NullMarked;
