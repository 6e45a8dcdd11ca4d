/** Verification protocols: how well features tell people apart. */
@NullMarked
package org.facewright.evaluation;

import org.jspecify.annotations.NullMarked;
