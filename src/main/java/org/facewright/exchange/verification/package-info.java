/** Verification sets: pairs of pictures and whether each shows one person. */
@NullMarked
package org.facewright.exchange.verification;

import org.jspecify.annotations.NullMarked;
