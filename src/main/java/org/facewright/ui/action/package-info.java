/**
 * Actions as data, and what is made of them: menu items, buttons, keys, command palette, key sheet.
 */
@NullMarked
package org.facewright.ui.action;

import org.jspecify.annotations.NullMarked;
