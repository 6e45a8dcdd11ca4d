package org.facewright.network.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.generation.vec2face.TinyGenerator;
import org.facewright.network.Network;
import org.facewright.network.architecture.Recognisers;
import org.facewright.network.onnx.HalfWeights;
import org.facewright.network.onnx.ModelProto;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.weights.WeightMismatchException;
import org.facewright.network.weights.WeightStart;
import org.facewright.network.weights.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedWeightsTest {
  @TempDir private Path folder;

  @Test
  void whatWasExportedIsReadBack() throws Exception {
    Network network = Recognisers.named("compact");
    Weights weights = WeightStart.of(network, 3);
    Path file = folder.resolve("compact.onnx");
    OnnxFile.write(OnnxExport.model(network, weights), file);
    Weights back = ExportedWeights.read(file).of(network);
    weights
        .tensors()
        .forEach(
            (name, one) -> assertThat(back.get(name).values()).as(name).isEqualTo(one.values()));
  }

  @Test
  void halvesAreReadAndWhatNothingReadsIsZero() throws Exception {
    Network network = TinyGenerator.config().generator().network();
    Weights weights = TinyGenerator.weights(2).weights();
    ModelProto model = HalfWeights.of(OnnxExport.model(network, weights));
    Path file = folder.resolve("generator.onnx");
    OnnxFile.write(model, file);
    Weights back = ExportedWeights.read(file).of(network);
    String large = "latent_prior_proj_f.weight";
    for (int i = 0; i < 50; i++) {
      float rounded = Float.float16ToFloat(Float.floatToFloat16(weights.get(large).values()[i]));
      assertThat(back.get(large).values()[i]).isEqualTo(rounded);
    }
    assertThat(back.get("center_token.weight").values()).containsOnly(0);
  }

  @Test
  void anotherNetworksFileAndNoFileAreRefused() throws Exception {
    Network compact = Recognisers.named("compact");
    Path file = folder.resolve("compact.onnx");
    OnnxFile.write(OnnxExport.model(compact, WeightStart.of(compact, 3)), file);
    ExportedWeights read = ExportedWeights.read(file);
    assertThatThrownBy(() -> read.of(Recognisers.named("mobilefacenet")))
        .isInstanceOf(WeightMismatchException.class)
        .hasMessageContaining("is missing");
    Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
    assertThatThrownBy(() -> ExportedWeights.read(text)).isInstanceOf(IOException.class);
  }
}
