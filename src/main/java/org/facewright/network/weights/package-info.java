/** The numbers of a network: named tensors, their files, and how they start. */
@NullMarked
package org.facewright.network.weights;

import org.jspecify.annotations.NullMarked;
