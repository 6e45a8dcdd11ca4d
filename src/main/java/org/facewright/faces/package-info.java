/** From a picture to faces: detector, landmarks, alignment, embedder, attributes. */
@NullMarked
package org.facewright.faces;

import org.jspecify.annotations.NullMarked;
