package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.PartialTarget;
import org.facewright.network.Network;
import org.facewright.network.architecture.Recognisers;
import org.facewright.network.export.OnnxExport;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.weights.PickledTensor;
import org.facewright.network.weights.SafeTensors;
import org.facewright.network.weights.WeightFiles;
import org.facewright.network.weights.Weights;
import org.jspecify.annotations.Nullable;

/**
 * A weight file to be. It is written whole or not at all.
 *
 * @param replace whether an existing file gives way
 */
record WeightTarget(Path file, boolean replace) {
  /** What can be written. */
  enum Form {
    ONNX(".onnx"),
    TORCH(".pth"),
    SAFETENSORS(".safetensors");

    private final String ending;

    Form(String ending) {
      this.ending = ending;
    }

    /**
     * The form that a name asks for by its ending.
     *
     * @throws IllegalArgumentException when it asks for none of them
     */
    static Form of(Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      for (Form form : values()) {
        if (name.endsWith(form.ending)) {
          return form;
        }
      }
      throw new IllegalArgumentException(
          file + " should end in .onnx, .pth or .safetensors, which says what to write");
    }
  }

  /** What became of it; the architecture is empty if none was asked for and none fits. */
  record Written(String architecture, long parameters) {}

  /**
   * Writes the weights.
   *
   * @param architecture null: the one that fits, if exactly one does
   */
  Written write(WeightSource source, @Nullable String architecture)
      throws IOException, DatasetException {
    Form form = Form.of(file);
    List<String> fitting = architecture == null ? source.architectures() : List.of(architecture);
    Network network = fitting.size() == 1 ? Recognisers.named(fitting.getFirst()) : null;
    Weights weights = network == null ? source.weights() : source.strictFor(network);
    try (PartialTarget target = PartialTarget.open(file, replace)) {
      write(form, network, weights, target.content());
      target.commit();
    }
    return new Written(network == null ? "" : fitting.getFirst(), source.parameters());
  }

  private static void write(Form form, @Nullable Network network, Weights weights, Path content)
      throws IOException {
    switch (form) {
      case ONNX -> {
        if (network == null) {
          throw new IllegalArgumentException("an ONNX file needs an architecture");
        }
        OnnxFile.write(OnnxExport.model(network, weights), content);
      }
      case SAFETENSORS -> SafeTensors.write(weights, Map.of(), content);
      case TORCH -> {
        if (network == null) {
          org.facewright.network.weights.TorchFile.write(content, plain(weights));
        } else {
          WeightFiles.writeTorch(network, weights, content);
        }
      }
    }
  }

  private static SequencedMap<String, PickledTensor> plain(Weights weights) {
    SequencedMap<String, PickledTensor> content = new LinkedHashMap<>();
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              long[] shape = tensor.dims().sizes().stream().mapToLong(size -> size).toArray();
              content.put(name, PickledTensor.ofFloats(name, shape, tensor.values()));
            });
    return content;
  }
}
