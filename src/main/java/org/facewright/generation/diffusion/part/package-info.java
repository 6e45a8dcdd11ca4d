/**
 * The parts of a diffusion model: its folder, its ONNX files, which of them are open, and what went
 * wrong with them.
 */
@NullMarked
package org.facewright.generation.diffusion.part;

import org.jspecify.annotations.NullMarked;
