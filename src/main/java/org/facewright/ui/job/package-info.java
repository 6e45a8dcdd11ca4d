/**
 * The jobs as the window shows them: a board of rows, the drawer, and the status line as its
 * handle.
 */
@NullMarked
package org.facewright.ui.job;

import org.jspecify.annotations.NullMarked;
