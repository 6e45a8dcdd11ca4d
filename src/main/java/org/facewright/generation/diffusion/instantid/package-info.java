/** InstantID: a second picture of a person seen in a first one, steered by five key points. */
@NullMarked
package org.facewright.generation.diffusion.instantid;

import org.jspecify.annotations.NullMarked;
