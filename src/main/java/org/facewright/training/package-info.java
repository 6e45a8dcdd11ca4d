/** Training recognisers: networks, heads, optimisers, curriculum order, checkpoints. */
@NullMarked
package org.facewright.training;

import org.jspecify.annotations.NullMarked;
