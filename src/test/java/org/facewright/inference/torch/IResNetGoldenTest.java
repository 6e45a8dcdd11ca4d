package org.facewright.inference.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.network.FormulaWeights;
import org.facewright.network.Network;
import org.facewright.network.Precision;
import org.facewright.network.architecture.IResNet;
import org.facewright.network.export.OnnxExport;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.script.NetworkScript;
import org.facewright.network.script.ScriptModule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IResNetGoldenTest {
  private static final Path GOLDEN = Path.of("../shared/golden/iresnet/iresnet.json");
  private static JsonNode golden;

  @BeforeAll
  static void read() {
    assumeTrue(Files.isRegularFile(GOLDEN), "needs " + GOLDEN);
    golden = new JsonMapper().readTree(GOLDEN.toFile());
  }

  @ParameterizedTest
  @CsvSource({"18,false", "18,true", "50,false", "50,true"})
  void parametersCarryThePublishedNamesAndShapes(int depth, boolean squeeze) {
    Map<String, List<Integer>> published = new LinkedHashMap<>();
    golden
        .get("names")
        .get(depth + (squeeze ? "-se" : "-normal"))
        .forEachEntry(
            (name, shape) -> {
              List<Integer> sizes = new ArrayList<>();
              shape.forEach(size -> sizes.add(size.asInt()));
              published.put(name, sizes);
            });
    Map<String, List<Integer>> ours = new LinkedHashMap<>();
    IResNet.published(depth, squeeze)
        .network()
        .parameters()
        .forEach(parameter -> ours.put(parameter.name(), parameter.dims().sizes()));
    assertThat(ours).isEqualTo(published);
  }

  @Test
  void embeddingsEqualThoseOfThePublishedCode() throws Exception {
    try (TorchEngine engine = new TorchEngine(1)) {
      for (JsonNode example : golden.get("cases")) {
        int depth = Integer.parseInt(example.get("arch").asString());
        boolean squeeze = example.get("mode").asString().equals("se");
        Network network = IResNet.published(depth, squeeze).network();
        assertThat(network.size()).isEqualTo(example.get("params").asLong());
        float[] got = run(engine, network, example.get("image_seed").asInt(), Precision.FP32);
        compare(got, example.get("embedding"), 1e-3);
      }
      assertThat(engine.openModules()).isZero();
    }
  }

  @Test
  void anExportedNetworkGivesTheSameForEveryPictureAlone(@TempDir Path folder) throws Exception {
    JsonNode example = golden.get("cases").get(1);
    Network network = IResNet.published(18, true).network();
    Path file = folder.resolve("iresnet18-se.onnx");
    OnnxFile.write(OnnxExport.model(network, FormulaWeights.of(network)), file);
    float[] pictures = FormulaWeights.pictures(example.get("image_seed").asInt(), 2);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString())) {
      float[] both = new float[2 * 512];
      for (int i = 0; i < 2; i++) {
        FloatBuffer one = FloatBuffer.wrap(pictures, i * pictures.length / 2, pictures.length / 2);
        try (OnnxTensor input =
                OnnxTensor.createTensor(environment, one.slice(), new long[] {1, 3, 112, 112});
            OrtSession.Result result = session.run(Map.of("input", input))) {
          ((OnnxTensor) result.get(0)).getFloatBuffer().get(both, i * 512, 512);
        }
      }
      compare(both, example.get("embedding"), 1e-3);
    }
  }

  @Test
  void sixteenBitsKeepTheDirectionOfAnEmbedding() throws Exception {
    try (TorchEngine engine = new TorchEngine(1)) {
      Network network = IResNet.published(18, true).network();
      float[] full = run(engine, network, 2, Precision.FP32);
      float[] half = run(engine, network, 2, Precision.BF16);
      assertThat(cosine(full, half)).isBetween(0.999, 0.9999999);
    }
  }

  private static float[] run(TorchEngine engine, Network network, int seed, Precision precision)
      throws TorchException, IOException {
    ScriptModule module = new ScriptModule();
    NetworkScript.frozen(module, network, FormulaWeights.of(network), precision)
        .forward("forward", false, precision);
    try (TorchModule loaded = engine.load(module)) {
      HostTensor pictures = HostTensor.floats(FormulaWeights.pictures(seed, 2), 2, 3, 112, 112);
      return ((HostTensor.Floats) loaded.call("forward", pictures).getFirst()).values();
    }
  }

  private static void compare(float[] got, JsonNode rows, double tolerance) {
    double largest = 0;
    double worst = 0;
    int i = 0;
    for (JsonNode row : rows) {
      for (JsonNode number : row) {
        largest = Math.max(largest, Math.abs(number.asDouble()));
        worst = Math.max(worst, Math.abs(number.asDouble() - got[i++]));
      }
    }
    assertThat(i).isEqualTo(got.length);
    assertThat(worst).isLessThan(tolerance * largest);
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return dot / Math.sqrt(aa * bb);
  }
}
