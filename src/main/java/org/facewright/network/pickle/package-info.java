/** A pickle machine that can only build data: it knows no classes, calls nothing, bounds all. */
@NullMarked
package org.facewright.network.pickle;

import org.jspecify.annotations.NullMarked;
