/**
 * What people are asked and in which order, how far they agree, and bundles for several of them.
 */
@NullMarked
package org.facewright.review;

import org.jspecify.annotations.NullMarked;
