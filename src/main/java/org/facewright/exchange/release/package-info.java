/** Writes frozen releases for other trainers, and reads them back. */
@NullMarked
package org.facewright.exchange.release;

import org.jspecify.annotations.NullMarked;
