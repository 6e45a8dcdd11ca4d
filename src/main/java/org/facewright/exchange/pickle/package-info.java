/** What a pickled verification set may contain, and how it is read without Python. */
@NullMarked
package org.facewright.exchange.pickle;

import org.jspecify.annotations.NullMarked;
