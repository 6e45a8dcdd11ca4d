/** What a question costs: image tiles, the price table, the estimate, and a budget that holds. */
@NullMarked
package org.facewright.verdict.cost;

import org.jspecify.annotations.NullMarked;
