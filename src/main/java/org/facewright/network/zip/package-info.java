/** The directory of a zip file over mapped memory: every offset checked, nothing unpacked. */
@NullMarked
package org.facewright.network.zip;

import org.jspecify.annotations.NullMarked;
