package org.facewright.training.data;

import org.facewright.inference.torch.HostTensor;

/**
 * Pictures ready for a step.
 *
 * @param pixels [B, 3, H, W] unsigned bytes, red first
 * @param labels B class numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record Batch(HostTensor.Bytes pixels, long[] labels) {}
