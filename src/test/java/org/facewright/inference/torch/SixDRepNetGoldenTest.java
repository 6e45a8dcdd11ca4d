package org.facewright.inference.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.network.FormulaWeights;
import org.facewright.network.Network;
import org.facewright.network.Precision;
import org.facewright.network.architecture.SixDRepNet;
import org.facewright.network.script.NetworkScript;
import org.facewright.network.script.ScriptModule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SixDRepNetGoldenTest {
  private static final Path GOLDEN = Path.of("../shared/golden/pose/sixdrepnet.json");
  private static final int PLANE = 112 * 112;
  private static JsonNode golden;

  @BeforeAll
  static void read() {
    assumeTrue(Files.isRegularFile(GOLDEN), "needs " + GOLDEN);
    golden = new JsonMapper().readTree(GOLDEN.toFile());
  }

  @Test
  void parametersCarryThePublishedNamesAndShapes() {
    Map<String, List<Integer>> published = new LinkedHashMap<>();
    golden
        .get("names")
        .forEachEntry(
            (name, shape) -> {
              List<Integer> sizes = new ArrayList<>();
              shape.forEach(size -> sizes.add(size.asInt()));
              published.put(name, sizes);
            });
    Map<String, List<Integer>> ours = new LinkedHashMap<>();
    new SixDRepNet(112)
        .network()
        .parameters()
        .forEach(parameter -> ours.put(parameter.name(), parameter.dims().sizes()));
    assertThat(ours).isEqualTo(published);
  }

  @Test
  void rotationsAndAnglesEqualThePublishedCode() throws Exception {
    Network network = new SixDRepNet(112).network();
    ScriptModule script = new ScriptModule();
    NetworkScript.frozen(script, network, FormulaWeights.of(network), Precision.FP32)
        .forward("turn", false, Precision.FP32);
    float[] rgb = FormulaWeights.pictures(5, 2);
    float[] bgr = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      int channel = i / PLANE % 3;
      bgr[i + (1 - channel) * 2 * PLANE] = (rgb[i] + 1) / 2;
    }
    try (TorchEngine engine = new TorchEngine(1);
        TorchModule module = engine.load(script)) {
      HostTensor answer = module.call("turn", HostTensor.floats(bgr, 2, 3, 112, 112)).getFirst();
      float[] r = ((HostTensor.Floats) answer).values();
      for (int i = 0; i < r.length; i++) {
        double expected = golden.get("rotation").get(i / 9).get(i / 3 % 3).get(i % 3).asDouble();
        assertThat(r[i]).isCloseTo((float) expected, within(1e-3f));
      }
      for (int head = 0; head < 2; head++) {
        double yaw =
            Math.toDegrees(Math.atan2(-r[head * 9 + 6], Math.hypot(r[head * 9], r[head * 9 + 3])));
        double expected = golden.get("euler_degrees_pitch_yaw_roll").get(head).get(1).asDouble();
        assertThat(yaw).isCloseTo(expected, within(.05));
      }
    }
  }
}
