/** Releases: frozen sets with their recipe, manifest and plan of learning, as records and files. */
@NullMarked
package org.facewright.project.release;

import org.jspecify.annotations.NullMarked;
