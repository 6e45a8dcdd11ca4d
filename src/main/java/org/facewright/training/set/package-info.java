/** Training sets: which pictures belong to which identity, and which identities are held out. */
@NullMarked
package org.facewright.training.set;

import org.jspecify.annotations.NullMarked;
