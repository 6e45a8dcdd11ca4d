/** What was asked, answered and paid, kept so that nothing is billed twice. */
@NullMarked
package org.facewright.verdict.ledger;

import org.jspecify.annotations.NullMarked;
