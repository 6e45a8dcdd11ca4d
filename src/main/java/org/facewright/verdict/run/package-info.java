/** Runs over many sheets: consent, budget, retries, batches, and taking up where a run ended. */
@NullMarked
package org.facewright.verdict.run;

import org.jspecify.annotations.NullMarked;
