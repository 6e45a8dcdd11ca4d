/** Comparing rows with blocks of a gallery, in this process or in a worker. */
@NullMarked
package org.facewright.leakage.search;

import org.jspecify.annotations.NullMarked;
