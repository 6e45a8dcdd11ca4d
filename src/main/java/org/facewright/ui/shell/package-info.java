/** The one window: navigation, panels, overlays, notices, drop target, and what it remembers. */
@NullMarked
package org.facewright.ui.shell;

import org.jspecify.annotations.NullMarked;
