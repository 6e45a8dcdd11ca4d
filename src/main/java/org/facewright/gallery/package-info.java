/** The images of a project as a gallery: embedded, described, shown. */
@NullMarked
package org.facewright.gallery;

import org.jspecify.annotations.NullMarked;
