package org.facewright.network.export;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.Parameter;
import org.facewright.network.onnx.DataType;
import org.facewright.network.onnx.ModelProto;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.onnx.TensorProto;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.WeightMismatchException;
import org.facewright.network.weights.Weights;

/**
 * Weights read back from an ONNX file that {@link OnnxExport} wrote, 16-bit ones too: so that a
 * network that came along as ONNX can be differentiated. Immutable.
 */
public final class ExportedWeights {
  private static final String HALF = ".half";

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private ExportedWeights(ModelProto model) {
    for (TensorProto each : model.graph().initializers()) {
      if (each.external().isEmpty() && each.type() == DataType.FLOAT) {
        tensors.put(each.name(), new Tensor(dims(each), each.floatValues()));
      } else if (each.external().isEmpty()
          && each.type() == DataType.FLOAT16
          && each.name().endsWith(HALF)) {
        String name = each.name().substring(0, each.name().length() - HALF.length());
        tensors.put(name, new Tensor(dims(each), halves(each)));
      }
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is missing or no ONNX file
   */
  public static ExportedWeights read(Path file) throws IOException {
    return new ExportedWeights(OnnxFile.read(file));
  }

  /**
   * The weights of a network. Parameters that no operation of it reads are left out of an export:
   * they are 0 here.
   *
   * @throws WeightMismatchException if the file is no export of this network
   */
  public Weights of(Network network) throws WeightMismatchException {
    Set<String> used =
        network.nodes().stream()
            .flatMap(node -> node.op().parameters().stream())
            .map(Parameter::name)
            .collect(Collectors.toSet());
    Map<String, Tensor> found = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      Tensor tensor = tensors.get(parameter.name());
      if (tensor != null) {
        found.put(parameter.name(), tensor);
      } else if (!used.contains(parameter.name())) {
        found.put(parameter.name(), Tensor.zeros(parameter.dims()));
      }
    }
    return new Weights(found).strictFor(network);
  }

  private static Dims dims(TensorProto tensor) {
    return Dims.of(Arrays.stream(tensor.dims()).mapToInt(Math::toIntExact).toArray());
  }

  private static float[] halves(TensorProto tensor) {
    ShortBuffer from = tensor.raw().duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    float[] values = new float[from.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.float16ToFloat(from.get(i));
    }
    return values;
  }
}
