/** The first expert: neighbour graph, DBSCAN, cleaning policies. */
@NullMarked
package org.facewright.clustering;

import org.jspecify.annotations.NullMarked;
