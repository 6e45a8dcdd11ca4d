package org.facewright.generation.vec2face.training;

import org.facewright.inference.torch.HostTensor;
import org.facewright.network.architecture.TokenMask;
import org.facewright.vector.FloatMatrix;

/**
 * Pictures with their vectors and masks, ready for a step.
 *
 * @param pixels [B, 3, 112, 112] unsigned bytes, red first
 * @param vectors [B, features]
 */
public record ConditionedBatch(HostTensor.Bytes pixels, FloatMatrix vectors, TokenMask mask) {}
