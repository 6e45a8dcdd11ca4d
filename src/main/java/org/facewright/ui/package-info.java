/** Theme, image wall, charts, key map, actions as data, dialogs, notifications. */
@NullMarked
package org.facewright.ui;

import org.jspecify.annotations.NullMarked;
