/**
 * Bounded decoding, encoding, alignment warp, contact sheets, thumbnails. JDK only (ImageIO
 * plug-ins).
 */
@NullMarked
package org.facewright.image;

import org.jspecify.annotations.NullMarked;
