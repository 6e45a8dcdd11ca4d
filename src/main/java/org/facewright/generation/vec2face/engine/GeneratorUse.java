package org.facewright.generation.vec2face.engine;

import org.facewright.network.Precision;

/**
 * Which generator is to be open, and how.
 *
 * @param path absolute: a folder with {@code config.json}, or the file itself
 * @param precision of generators that PyTorch runs; ONNX files say so themselves
 * @param recogniser of the catalogue, which compares pictures and reads photographs; "" for the
 *     generator's own
 */
public record GeneratorUse(String path, Precision precision, String recogniser) {
  public static GeneratorUse of(String path) {
    return new GeneratorUse(path, Precision.FP32, "");
  }
}
