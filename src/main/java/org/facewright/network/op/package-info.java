/** The operations a network is made of: data, with the shape each gives. */
@NullMarked
package org.facewright.network.op;

import org.jspecify.annotations.NullMarked;
