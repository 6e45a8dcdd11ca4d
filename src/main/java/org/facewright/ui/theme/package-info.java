/**
 * Light and dark from one set of tokens, the font, the icons, and motion that can be switched off.
 */
@NullMarked
package org.facewright.ui.theme;

import org.jspecify.annotations.NullMarked;
