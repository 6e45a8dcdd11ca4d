/** Weight files: PyTorch checkpoints, read without Python and written so that PyTorch loads them. */
@NullMarked
package org.facewright.network.weights;

import org.jspecify.annotations.NullMarked;
