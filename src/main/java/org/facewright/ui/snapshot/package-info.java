/** Any node or window as a PNG in both themes, for documents and for looking at. */
@NullMarked
package org.facewright.ui.snapshot;

import org.jspecify.annotations.NullMarked;
