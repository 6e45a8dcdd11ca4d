/** Noise schedules and samplers: how a latent moves from noise to picture, step by step. */
@NullMarked
package org.facewright.generation.diffusion.schedule;

import org.jspecify.annotations.NullMarked;
