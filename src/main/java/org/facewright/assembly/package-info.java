/** Puts a project's people together into a frozen, versioned release. */
@NullMarked
package org.facewright.assembly;

import org.jspecify.annotations.NullMarked;
