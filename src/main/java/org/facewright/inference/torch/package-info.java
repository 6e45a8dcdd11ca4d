/**
 * PyTorch (libtorch through DJL) behind a small interface of ours: load a script module, call its
 * methods, free everything. Only a worker process may load it: its native code can end the process.
 */
@NullMarked
package org.facewright.inference.torch;

import org.jspecify.annotations.NullMarked;
