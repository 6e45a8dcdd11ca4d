/** A prompt as CLIP tokens, with weights if wanted, and as what the two encoders make of it. */
@NullMarked
package org.facewright.generation.diffusion.text;

import org.jspecify.annotations.NullMarked;
