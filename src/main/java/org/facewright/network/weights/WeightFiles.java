package org.facewright.network.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.Parameter;
import org.facewright.network.ParameterKind;
import org.facewright.network.pickle.PickleException;

/** Weights in the files people share: {@code .pth} and {@code .pt} of PyTorch, .safetensors. */
public final class WeightFiles {
  private static final String PARALLEL = "module.";

  private WeightFiles() {}

  /**
   * Reads every float tensor of a file.
   *
   * @param key where a PyTorch file keeps the weights, such as {@code model_vec2face}; empty if
   *     they lie at the top
   * @throws IOException when the file is missing or broken
   * @throws PickleException when a PyTorch file holds anything but plain data
   */
  public static Weights read(Path file, String key) throws IOException, PickleException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")) {
      return SafeTensors.read(file).weights();
    }
    try (TorchFile torch = TorchFile.open(file)) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      Map<String, PickledTensor> found = key.isEmpty() ? torch.tensors() : torch.tensors(key);
      boolean parallel =
          !found.isEmpty() && found.keySet().stream().allMatch(n -> n.startsWith(PARALLEL));
      found.forEach(
          (name, tensor) ->
              tensors.put(
                  parallel ? name.substring(PARALLEL.length()) : name,
                  new Tensor(dims(tensor), tensor.floats())));
      return new Weights(tensors);
    }
  }

  private static Dims dims(PickledTensor tensor) {
    int[] sizes = new int[tensor.shape().length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.toIntExact(tensor.shape()[i]);
    }
    return Dims.of(sizes);
  }

  /** Writes a state dict that {@code torch.load(file, weights_only=True)} reads. */
  public static void writeTorch(Network network, Weights weights, Path file) throws IOException {
    SequencedMap<String, PickledTensor> content = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      Tensor tensor = weights.get(parameter.name());
      long[] shape = parameter.dims().sizes().stream().mapToLong(i -> i).toArray();
      content.put(
          parameter.name(),
          parameter.kind() == ParameterKind.COUNTER
              ? PickledTensor.ofLongs(parameter.name(), shape, whole(tensor))
              : PickledTensor.ofFloats(parameter.name(), shape, tensor.values()));
    }
    TorchFile.write(file, content);
  }

  private static long[] whole(Tensor tensor) {
    long[] whole = new long[tensor.values().length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (long) tensor.values()[i];
    }
    return whole;
  }
}
