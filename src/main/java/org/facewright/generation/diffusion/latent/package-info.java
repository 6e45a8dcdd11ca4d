/** Latents: the noise they start from, guidance between them, and how they become pixels. */
@NullMarked
package org.facewright.generation.diffusion.latent;

import org.jspecify.annotations.NullMarked;
