/** Training a Vec2Face generator on aligned faces, each conditioned on its own embedding. */
@NullMarked
package org.facewright.generation.vec2face.training;

import org.jspecify.annotations.NullMarked;
