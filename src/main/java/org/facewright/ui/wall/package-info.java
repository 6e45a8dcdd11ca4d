/** Virtual walls of faces and of identities, their selection and their thumbnails. */
@NullMarked
package org.facewright.ui.wall;

import org.jspecify.annotations.NullMarked;
