/** The whole way in one go: from a noisy set to a trained, evaluated recogniser. */
@NullMarked
package org.facewright.app.pipeline;

import org.jspecify.annotations.NullMarked;
