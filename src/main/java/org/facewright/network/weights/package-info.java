/**
 * The numbers of a network: named tensors, how they start, and their files (PyTorch checkpoints,
 * read without Python and written so that PyTorch loads them, and .safetensors).
 */
@NullMarked
package org.facewright.network.weights;

import org.jspecify.annotations.NullMarked;
