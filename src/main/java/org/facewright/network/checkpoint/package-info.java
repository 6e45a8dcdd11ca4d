/** Checkpoints: everything a run needs to go on as if it had never stopped. */
@NullMarked
package org.facewright.network.checkpoint;

import org.jspecify.annotations.NullMarked;
