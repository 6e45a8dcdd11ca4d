/** The window's words, in the language of whoever sits before it. */
@NullMarked
package org.facewright.ui.text;

import org.jspecify.annotations.NullMarked;
