/** Classification heads: losses that pull an identity's features together on the sphere. */
@NullMarked
package org.facewright.training.head;

import org.jspecify.annotations.NullMarked;
