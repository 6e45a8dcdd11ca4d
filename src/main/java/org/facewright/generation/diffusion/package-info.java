/** Pictures from text: Stable Diffusion XL out of a folder of ONNX files. */
@NullMarked
package org.facewright.generation.diffusion;

import org.jspecify.annotations.NullMarked;
