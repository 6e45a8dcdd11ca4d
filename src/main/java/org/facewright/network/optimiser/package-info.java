/** Optimisers with PyTorch's arithmetic, and how the learning rate moves. */
@NullMarked
package org.facewright.network.optimiser;

import org.jspecify.annotations.NullMarked;
