package org.facewright.generation.vec2face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.facewright.network.weights.PickledTensor;
import org.facewright.network.weights.TorchFile;
import org.facewright.network.weights.WeightFiles;
import org.facewright.network.weights.WeightStart;
import org.facewright.network.weights.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class GeneratorConfigTest {
  @TempDir Path folder;

  private Path file(Map<String, Object> fields) throws Exception {
    return Files.writeString(
        folder.resolve("config.json"), new JsonMapper().writeValueAsString(fields));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    GeneratorConfig base = GeneratorConfig.published("base");
    GeneratorConfig read = GeneratorConfig.read(file(base.fields()));
    assertThat(read).isEqualTo(base);
    assertThat(read.generator().kept()).isEqualTo(45);
    assertThat(read.dropping(0.5).generator().kept()).isEqualTo(25);
    assertThat(base.generator().network().size()).isBetween(170_000_000L, 180_000_000L);
  }

  @Test
  void aMissingOrImpossibleKeyIsNamed() throws Exception {
    Map<String, Object> fields = new LinkedHashMap<>(GeneratorConfig.published("base").fields());
    fields.remove("depth");
    assertThatThrownBy(() -> GeneratorConfig.read(file(fields)))
        .isInstanceOf(Vec2FaceException.class)
        .hasMessageContaining("depth");
    fields.put("depth", 12);
    fields.put("resolution", 256);
    assertThatThrownBy(() -> GeneratorConfig.read(file(fields))).hasMessageContaining("resolution");
    fields.put("resolution", 112);
    fields.put("ch", 20);
    assertThatThrownBy(() -> GeneratorConfig.read(file(fields))).hasMessageContaining("groups");
    Files.writeString(folder.resolve("config.json"), "{");
    assertThatThrownBy(() -> GeneratorConfig.read(folder.resolve("config.json")))
        .isInstanceOf(Vec2FaceException.class)
        .hasMessageContaining("no JSON");
  }

  @Test
  void weightsOfAnotherNetworkAreRefusedTensorByTensor() throws Exception {
    GeneratorConfig tiny = TinyGenerator.config();
    Weights weights = WeightStart.of(tiny.generator().network(), 1);
    Path file = folder.resolve("weights.pth");
    WeightFiles.writeTorch(tiny.generator().network(), weights, file);
    GeneratorConfig plain = new GeneratorConfig(tiny.shape(), tiny.dropped(), tiny.maskRate(), "");
    assertThat(GeneratorWeights.read(file, plain).weights().tensors()).isNotEmpty();
    GeneratorConfig base = GeneratorConfig.published("base");
    GeneratorConfig other = new GeneratorConfig(base.shape(), 0.1, 0.15, "");
    assertThatThrownBy(() -> GeneratorWeights.read(file, other))
        .isInstanceOf(Vec2FaceException.class)
        .hasMessageContaining("weights.pth")
        .hasMessageContaining("latent_prior_proj_f.weight is [32, 32], not [768, 512]");
  }

  private Path checkpoint(int width) throws Exception {
    var layer = PickledTensor.ofFloats("first", new long[] {width, 512}, new float[width * 512]);
    SequencedMap<String, Object> state = new LinkedHashMap<>();
    state.put("latent_prior_proj_f.weight", layer);
    SequencedMap<String, Object> content = new LinkedHashMap<>();
    content.put("model_vec2face", state);
    Path file = folder.resolve("vec2face_" + width + ".pth");
    TorchFile.write(file, content);
    return file;
  }

  @Test
  void aPublishedCheckpointNeedsNoConfiguration() throws Exception {
    GeneratorHome home = GeneratorHome.at(checkpoint(768), null);
    assertThat(home.onnx()).isFalse();
    assertThat(home.conditioning()).isEmpty();
    assertThatThrownBy(home::weights)
        .as("the size is known, but the rest of the file is missing")
        .isInstanceOf(Vec2FaceException.class)
        .hasMessageContaining("does not fit");
    assertThat(PublishedSize.of(checkpoint(1024))).contains(GeneratorConfig.published("large"));
    Path other = checkpoint(96);
    assertThatThrownBy(() -> GeneratorHome.at(other, null))
        .isInstanceOf(Vec2FaceException.class)
        .hasMessageContaining("config.json");
    assertThat(PublishedSize.of(Files.writeString(folder.resolve("no.pth"), "x"))).isEmpty();
  }

  @Test
  void masksDependOnTheirSeedAloneAndKeepTheirLimits() {
    MaskDraw draw = MaskDraw.training();
    java.util.SplittableRandom random = new java.util.SplittableRandom(3);
    double sum = 0;
    for (int i = 0; i < 2000; i++) {
      double rate = draw.rate(random);
      assertThat(rate).isBetween(0.5, 1.0);
      sum += rate;
    }
    assertThat(sum / 2000).isBetween(0.74, 0.76);
    assertThat(draw.draw(3, 9).masked()).isEqualTo(draw.draw(3, 9).masked());
    assertThat(draw.draw(3, 9).staying()).hasSize(3 * 25);
    // A sample's mask does not depend on how many are drawn with it.
    float[] one = MaskDraw.fixed(0.1, 0.3).draw(new long[] {7}).masked();
    float[] two = MaskDraw.fixed(0.1, 0.3).draw(new long[] {7, 8}).masked();
    assertThat(java.util.Arrays.copyOf(two, 50)).isEqualTo(one);
  }
}
