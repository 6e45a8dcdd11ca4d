/**
 * Pictures on their way into training: loaded, changed at random and packed, beside the compute.
 */
@NullMarked
package org.facewright.training.data;

import org.jspecify.annotations.NullMarked;
