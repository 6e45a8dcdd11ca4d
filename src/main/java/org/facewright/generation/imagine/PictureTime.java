package org.facewright.generation.imagine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.network.onnx.ModelProto;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.onnx.TensorProto;

/**
 * How long a picture takes, measured or estimated.
 *
 * @param seconds for one picture
 * @param measured whether pictures were drawn here before; else estimated from the operations
 */
public record PictureTime(double seconds, boolean measured) {
  /** Operations of one call of SDXL's UNet at 1024 x 1024 (docs/diffusion.md), and its size. */
  private static final double CALL = 6e12;

  private static final double PARAMETERS = 2.57e9;
  private static final double AREA = 1024.0 * 1024;
  private static final long READABLE = 256L << 20;

  /** From the pace of an earlier picture. */
  static PictureTime measured(double secondsPerStep, SamplingSettings settings) {
    return new PictureTime(secondsPerStep * settings.steps(), true);
  }

  /**
   * From the number of operations.
   *
   * @param parameters of the UNet, by {@link #parameters}
   * @param flops operations a second of this machine
   */
  static PictureTime estimated(double parameters, SamplingSettings settings, double flops) {
    double calls = settings.steps() * (settings.guidance().on() ? 2 : 1);
    double area = (double) settings.width() * settings.height() / AREA;
    return new PictureTime(calls * CALL * area * parameters / PARAMETERS / flops, false);
  }

  /** How many numbers a model's UNet has; told by its graph, the weights are not read. */
  static double parameters(Path model) throws IOException {
    Path file = model.resolve("unet/model.onnx");
    if (Files.size(file) > READABLE) {
      return Files.size(file) / 4.0;
    }
    ModelProto network = OnnxFile.read(file);
    double count = 0;
    for (TensorProto tensor : network.graph().initializers()) {
      double size = 1;
      for (long length : tensor.dims()) {
        size *= length;
      }
      count += size;
    }
    return count;
  }
}
