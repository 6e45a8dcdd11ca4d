/** Float matrices, cosine kernels, exact top-k, union-find, .npy files. JDK only. */
@NullMarked
package org.facewright.vector;

import org.jspecify.annotations.NullMarked;
