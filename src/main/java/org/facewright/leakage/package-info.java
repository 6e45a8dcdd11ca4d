/** Does anybody new look like somebody real? The exact answer, its report, and what to do then. */
@NullMarked
package org.facewright.leakage;

import org.jspecify.annotations.NullMarked;
