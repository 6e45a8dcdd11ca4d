/** The questions that the paper leaves open, asked of one's own data: arms, seeds, intervals. */
@NullMarked
package org.facewright.experiment;

import org.jspecify.annotations.NullMarked;
