/** What is learnt when: the plan of a release over its epochs, by source and difficulty. */
@NullMarked
package org.facewright.curriculum;

import org.jspecify.annotations.NullMarked;
