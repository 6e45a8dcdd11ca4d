package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
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
 * A recogniser of two layers, written as a real ONNX file with the entry that a user would write.
 */
public final class TinyEmbedder {
  public static final String NAME = "tiny";
  private static final int CELLS = 48;
  private static final int DIM = 16;

  private TinyEmbedder() {}

  /** Puts the model where a user's own models lie. */
  public static void install(Path data) throws IOException {
    install(data, DIM);
  }

  /** As above, with vectors of another length. */
  static void install(Path data, int dim) throws IOException {
    install(data, dim, 7);
  }

  /** As above, with other weights. */
  static void install(Path data, int dim, long seed) throws IOException {
    Path folder = Files.createDirectories(data.resolve("my-models"));
    SplittableRandom random = new SplittableRandom(seed);
    float[] weights = new float[CELLS * dim];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextDouble(-1, 1);
    }
    GraphProto graph =
        GraphProto.of(
            "tiny",
            List.of(
                NodeProto.of(
                    "AveragePool",
                    List.of("input"),
                    List.of("cells"),
                    AttributeProto.ints("kernel_shape", 28, 28),
                    AttributeProto.ints("strides", 28, 28)),
                NodeProto.of("Flatten", List.of("cells"), List.of("flat")),
                NodeProto.of("MatMul", List.of("flat", "w"), List.of("embedding"))),
            List.of(TensorProto.floats("w", new long[] {CELLS, dim}, weights)),
            List.of(
                ValueInfoProto.of(
                    "input",
                    DataType.FLOAT,
                    Dimension.named("n"),
                    Dimension.of(3),
                    Dimension.of(112),
                    Dimension.of(112))),
            List.of(
                ValueInfoProto.of(
                    "embedding", DataType.FLOAT, Dimension.named("n"), Dimension.of(dim))));
    OnnxFile.write(ModelProto.of(graph, 8, 17), folder.resolve("tiny.onnx"));
    Files.writeString(
        folder.resolve("tiny.json"),
        """
        {
          "name": "tiny",
          "title": "A recogniser for tests",
          "task": "embedder",
          "licence": "CC0-1.0",
          "files": [{"name": "tiny.onnx"}],
          "input": {
            "width": 112, "height": 112, "colour": "rgb", "mean": 127.5, "std": 127.5,
            "template": "arcface-112"
          },
          "output": {"kind": "embedding", "dim": %d}
        }
        """
            .formatted(dim));
  }
}
