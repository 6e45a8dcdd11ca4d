/** Weighs the experts' votes by how reliable each has shown itself to be. */
@NullMarked
package org.facewright.verdict.fusion;

import org.jspecify.annotations.NullMarked;
