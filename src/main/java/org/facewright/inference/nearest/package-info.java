/**
 * The exact nearest rows of large matrices: a fast screen finds where to look, one kernel looks.
 */
@NullMarked
package org.facewright.inference.nearest;

import org.jspecify.annotations.NullMarked;
