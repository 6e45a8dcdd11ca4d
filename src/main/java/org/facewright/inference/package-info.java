/** ONNX Runtime sessions, devices, and the model catalogue. */
@NullMarked
package org.facewright.inference;

import org.jspecify.annotations.NullMarked;
