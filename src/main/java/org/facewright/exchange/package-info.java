/** Every dataset format in and out, and the restricted unpickler. */
@NullMarked
package org.facewright.exchange;

import org.jspecify.annotations.NullMarked;
