/** The order in which pictures are learnt: stages, pacing and mixing, from measured difficulty. */
@NullMarked
package org.facewright.training.sampler;

import org.jspecify.annotations.NullMarked;
