/** How separable and how diverse a set of identities is. */
@NullMarked
package org.facewright.leakage.diversity;

import org.jspecify.annotations.NullMarked;
