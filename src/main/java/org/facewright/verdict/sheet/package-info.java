/** Contact sheets: which crops, in which grid, drawn to the same bytes every time. */
@NullMarked
package org.facewright.verdict.sheet;

import org.jspecify.annotations.NullMarked;
