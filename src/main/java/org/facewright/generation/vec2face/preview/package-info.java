/** Generate, Vec2Face: one identity vector live, moved by sliders, with its variants around it. */
@NullMarked
package org.facewright.generation.vec2face.preview;

import org.jspecify.annotations.NullMarked;
