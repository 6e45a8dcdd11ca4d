package org.facewright.generation.imagine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.OnnxSession;
import org.facewright.inference.Tensor;
import org.facewright.network.onnx.AttributeProto;
import org.facewright.network.onnx.DataType;
import org.facewright.network.onnx.Dimension;
import org.facewright.network.onnx.GraphProto;
import org.facewright.network.onnx.ModelProto;
import org.facewright.network.onnx.NodeProto;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.onnx.TensorProto;
import org.facewright.network.onnx.ValueInfoProto;

/**
 * How many floating-point operations a second this machine does in what a UNet mostly does: 3 x 3
 * convolutions of 320 channels, in float32. Takes about a second.
 */
public final class MachineSpeed {
  private static final int CHANNELS = 320;
  private static final int SIDE = 64;
  private static final double OPERATIONS = 2.0 * CHANNELS * CHANNELS * 9 * SIDE * SIDE;
  private static final int RUNS = 3;

  private MachineSpeed() {}

  /** Measures on the device and threads of the settings; the best of three runs. */
  public static double measure(OnnxRuntime runtime, InferenceSettings settings)
      throws InferenceException, IOException {
    Path folder = Files.createTempDirectory("facewright-speed");
    Path file = folder.resolve("convolution.onnx");
    try {
      write(file);
      try (OnnxSession session = OnnxSession.open(runtime, file, settings)) {
        return OPERATIONS / best(session);
      }
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static double best(OnnxSession session) throws InferenceException {
    ByteBuffer input =
        ByteBuffer.allocateDirect(4 * CHANNELS * SIDE * SIDE).order(ByteOrder.nativeOrder());
    Tensor picture = new Tensor.Floats(new long[] {1, CHANNELS, SIDE, SIDE}, input.asFloatBuffer());
    session.run(Map.of("x", picture));
    double best = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      session.run(Map.of("x", picture));
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  private static void write(Path file) throws IOException {
    float[] weights = new float[CHANNELS * CHANNELS * 9];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (i % 7 - 3) * .01f;
    }
    Dimension side = Dimension.of(SIDE);
    Dimension channels = Dimension.of(CHANNELS);
    GraphProto graph =
        GraphProto.of(
            "convolution",
            List.of(
                NodeProto.of(
                    "Conv",
                    List.of("x", "w"),
                    List.of("y"),
                    AttributeProto.ints("pads", 1, 1, 1, 1))),
            List.of(TensorProto.floats("w", new long[] {CHANNELS, CHANNELS, 3, 3}, weights)),
            List.of(ValueInfoProto.of("x", DataType.FLOAT, Dimension.of(1), channels, side, side)),
            List.of(ValueInfoProto.of("y", DataType.FLOAT, Dimension.of(1), channels, side, side)));
    OnnxFile.write(ModelProto.of(graph, 8, 17), file);
  }
}
