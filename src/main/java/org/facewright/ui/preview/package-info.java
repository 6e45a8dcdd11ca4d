/** Live previews that conflate: one running, one pending, every newer result is painted. */
@NullMarked
package org.facewright.ui.preview;

import org.jspecify.annotations.NullMarked;
