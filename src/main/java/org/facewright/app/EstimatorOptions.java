package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.generation.vec2face.attribute.Estimators;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The networks that look at faces while vectors are searched. */
final class EstimatorOptions {
  @Option(
      names = "--identity",
      required = true,
      paramLabel = "ARCH=FILE",
      description =
          "recogniser: iresnet100=glint360k.pth, mobilefacenet=weights.safetensors,"
              + " or an .onnx of ours: compact=models/builtin.onnx")
  private String identity = "";

  @Option(
      names = "--judge",
      paramLabel = "ARCH=FILE",
      description =
          "network whose features' length is the quality, such as MagFace (default: the one of"
              + " --identity)")
  private @Nullable String judge;

  @Option(
      names = "--pose",
      paramLabel = "FILE",
      description = "6DRepNet's weights in deploy form, for --yaw")
  private @Nullable Path pose;

  Estimators estimators() throws IOException {
    Estimators.Estimator sees = named("--identity", identity);
    Estimators.Estimator judges = judge == null ? sees : named("--judge", judge);
    return new Estimators(sees, judges, pose == null ? null : EstimatorFiles.pose(pose));
  }

  private static Estimators.Estimator named(String option, String text) throws IOException {
    int split = text.indexOf('=');
    if (split < 1) {
      throw new IllegalArgumentException(
          option + " takes ARCHITECTURE=FILE, unlike \"" + text + "\"");
    }
    return EstimatorFiles.recogniser(text.substring(0, split), Path.of(text.substring(split + 1)));
  }
}
