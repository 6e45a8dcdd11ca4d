/** What the model is asked and how its answer is read: nothing it did not say becomes a verdict. */
@NullMarked
package org.facewright.verdict.prompt;

import org.jspecify.annotations.NullMarked;
