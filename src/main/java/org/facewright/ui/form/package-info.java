/**
 * Sliders, bands, segments and form rows that explain themselves; the one dialog, for what
 * destroys.
 */
@NullMarked
package org.facewright.ui.form;

import org.jspecify.annotations.NullMarked;
