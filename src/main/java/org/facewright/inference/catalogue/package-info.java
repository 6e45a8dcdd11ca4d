/**
 * The model catalogue: what models there are, where they come from, how they want their pictures.
 */
@NullMarked
package org.facewright.inference.catalogue;

import org.jspecify.annotations.NullMarked;
