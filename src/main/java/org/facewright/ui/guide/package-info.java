/** Documents shown in the window: Markdown as JavaFX nodes. */
@NullMarked
package org.facewright.ui.guide;

import org.jspecify.annotations.NullMarked;
