package org.facewright.training.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.HostTensor.Floats;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchModule;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HeadGoldenTest {
  private static final Path GOLDEN = Path.of("../shared/golden/margins/margins.json");

  static Stream<Arguments> heads() {
    return Stream.of(
        Arguments.of("arcface", new Head.ArcFace()),
        Arguments.of("cosface", new Head.CosFace()),
        Arguments.of("sphereface", new Head.SphereFace()),
        Arguments.of("combined_m3", new Head.CombinedMargin()),
        Arguments.of("curricularface", new Head.CurricularFace()),
        Arguments.of("magface", new Head.MagFace()),
        Arguments.of("adaface", new Head.AdaFace()),
        Arguments.of("uniface", new Head.UniFace()));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void valuesAndGradientsEqualThoseOfThePublishedCode(String name, Head head) throws Exception {
    assumeTrue(Files.isRegularFile(GOLDEN), "needs " + GOLDEN);
    JsonNode golden = new JsonMapper().readTree(GOLDEN.toFile());
    JsonNode expected = golden.get("heads").get(name);
    long[] labels = new long[golden.get("labels").size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = golden.get("labels").get(i).asLong();
    }
    List<HostTensor> got =
        differentiate(
            head, matrix(golden.get("embeddings")), matrix(golden.get("weights")), labels);
    assertThat((double) numbers(got.get(0))[0])
        .isCloseTo(expected.get("loss").asDouble(), withinPercentage(0.01));
    if (!expected.get("logits").isNull()) {
      compare(got.get(1), expected.get("logits"));
    }
    compare(got.get(2), expected.get("grad_embeddings"));
    compare(got.get(3), expected.get("grad_weights"));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void gradientsStayFiniteWhenAFeatureLiesOnACentre(String name, Head head) throws Exception {
    float[] features = {3, 0, 0, 0, -2, 0, 0, 0, 5, 1, 1, 1};
    float[] centres = {1, 0, 0, 0, 0, -1, 0, 0, 0.5f, 0.5f, 0.5f, 0.5f};
    List<HostTensor> got =
        differentiate(
            head,
            new Floats(new long[] {3, 4}, features),
            new Floats(new long[] {3, 4}, centres),
            new long[] {0, 0, 2});
    for (HostTensor tensor : got) {
      for (float number : numbers(tensor)) {
        assertThat(number).as(name).isFinite();
      }
    }
  }

  /** Loss, logits, gradients of the features and of the centres. */
  private static List<HostTensor> differentiate(
      Head head, HostTensor features, HostTensor centres, long[] labels) throws Exception {
    ScriptModule module = new ScriptModule();
    HeadScript.add(module, head, new Weights(Map.of()));
    module.method(
        "gradients",
        List.of("e0", "w0", "labels"),
        "List[Tensor]",
        List.of(
            "e = torch.requires_grad_(torch.detach(e0), True)",
            "w = torch.requires_grad_(torch.detach(w0), True)",
            "out = self.head(e, w, labels)",
            "g = torch.grad([out[0]], [e, w])",
            "return [torch.detach(out[0]), torch.detach(out[2]),"
                + " unchecked_cast(Tensor, g[0]), unchecked_cast(Tensor, g[1])]"));
    try (TorchEngine engine = new TorchEngine(1);
        TorchModule loaded = engine.load(module)) {
      return loaded.differentiate("gradients", features, centres, HostTensor.longs(labels));
    }
  }

  private static Floats matrix(JsonNode rows) {
    int columns = rows.get(0).size();
    float[] values = new float[rows.size() * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows.get(i / columns).get(i % columns).asDouble();
    }
    return new Floats(new long[] {rows.size(), columns}, values);
  }

  private static float[] numbers(HostTensor tensor) {
    return ((Floats) tensor).values();
  }

  private static void compare(HostTensor got, JsonNode expected) {
    float[] wanted = matrix(expected).values();
    float[] found = numbers(got);
    double largest = 0;
    double worst = 0;
    for (int i = 0; i < wanted.length; i++) {
      largest = Math.max(largest, Math.abs(wanted[i]));
      worst = Math.max(worst, Math.abs(wanted[i] - found[i]));
    }
    assertThat(found).hasSameSizeAs(wanted);
    assertThat(worst).isLessThan(1e-4 * largest);
  }
}
