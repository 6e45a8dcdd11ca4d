/**
 * Asks a vision model about faces that clustering finds ambiguous, and weighs all experts' votes.
 */
@NullMarked
package org.facewright.verdict;

import org.jspecify.annotations.NullMarked;
