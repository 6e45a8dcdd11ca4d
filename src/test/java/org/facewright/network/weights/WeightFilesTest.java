package org.facewright.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.NetworkBuilder;
import org.facewright.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFilesTest {
  @TempDir Path folder;

  private static Network network() {
    NetworkBuilder b = new NetworkBuilder("tiny");
    Value x = b.input(Dims.BATCH, 2, 4, 4);
    return b.build(b.batchNorm(b.convolution(x, "conv", 3, 3, 1, 1, true), "bn", 1e-5));
  }

  @Test
  void bothFormatsGiveBackWhatWasWritten() throws Exception {
    Network network = network();
    Weights weights = WeightStart.of(network, 5);
    Path torch = folder.resolve("w.pth");
    Path safe = folder.resolve("w.safetensors");
    WeightFiles.writeTorch(network, weights, torch);
    SafeTensors.write(weights, Map.of("made", "here"), safe);
    for (Path file : new Path[] {torch, safe}) {
      Weights read = WeightFiles.read(file, "").strictFor(network);
      assertThat(read.tensors().keySet())
          .containsExactly(
              "conv.weight",
              "conv.bias",
              "bn.weight",
              "bn.bias",
              "bn.running_mean",
              "bn.running_var",
              "bn.num_batches_tracked");
      weights
          .tensors()
          .forEach((name, t) -> assertThat(read.get(name).values()).isEqualTo(t.values()));
    }
    assertThat(SafeTensors.read(safe).metadata()).containsEntry("made", "here");
  }

  @Test
  void everyMismatchIsNamed() {
    Map<String, Tensor> tensors = new LinkedHashMap<>(WeightStart.of(network(), 5).tensors());
    tensors.remove("conv.bias");
    tensors.remove("bn.num_batches_tracked");
    tensors.put("bn.weight", Tensor.zeros(Dims.of(4)));
    tensors.put("extra", Tensor.zeros(Dims.of(1)));
    assertThatThrownBy(() -> new Weights(tensors).strictFor(network()))
        .isInstanceOfSatisfying(
            WeightMismatchException.class,
            e ->
                assertThat(e.mismatches())
                    .containsExactly(
                        "conv.bias [3] is missing",
                        "bn.weight is [4], not [3]",
                        "extra is not in the network"));
  }

  @Test
  void halfPrecisionSafetensorsAreReadAsFloats() throws Exception {
    String header =
        "{\"a\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]},"
            + "\"b\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[4,6]}}";
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 6).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
    bytes.putShort((short) 0x3FC0).putShort((short) 0xC000).putShort(Float.floatToFloat16(0.25f));
    Path file = Files.write(folder.resolve("h.safetensors"), bytes.array());
    Weights weights = SafeTensors.read(file).weights();
    assertThat(weights.get("a").values()).containsExactly(1.5f, -2f);
    assertThat(weights.get("b").values()).containsExactly(0.25f);
  }

  @Test
  void brokenSafetensorsGiveOneClearError() throws Exception {
    for (String header :
        new String[] {
          "[]",
          "{\"a\":1",
          "{\"a\":{\"dtype\":\"F32\",\"shape\":[9],\"data_offsets\":[0,4]}}",
          "{\"a\":{\"dtype\":\"Q4\",\"shape\":[1],\"data_offsets\":[0,4]}}",
          "{\"a\":{\"dtype\":\"F32\",\"shape\":[1000000,1000000,1000000],\"data_offsets\":[0,4]}}"
        }) {
      ByteBuffer bytes =
          ByteBuffer.allocate(8 + header.length() + 4).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
      Path file = Files.write(folder.resolve("bad.safetensors"), bytes.array());
      assertThatThrownBy(() -> SafeTensors.read(file))
          .isInstanceOf(WeightFileException.class)
          .hasMessageContaining("bad.safetensors");
    }
  }
}
