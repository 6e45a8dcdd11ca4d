/** Identity folders in .zip, .tar and .tar.gz files, read without unpacking them. */
@NullMarked
package org.facewright.exchange.archive;

import org.jspecify.annotations.NullMarked;
