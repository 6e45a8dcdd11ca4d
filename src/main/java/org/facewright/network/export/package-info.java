/** Networks written as ONNX, the form that runs anywhere. */
@NullMarked
package org.facewright.network.export;

import org.jspecify.annotations.NullMarked;
