package org.facewright.inference.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facewright.network.Network;
import org.facewright.network.Precision;
import org.facewright.network.architecture.TokenMask;
import org.facewright.network.architecture.Vec2FaceGenerator;
import org.facewright.network.export.OnnxExport;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.script.NetworkScript;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.WeightFiles;
import org.facewright.network.weights.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Vec2FaceGoldenTest {
  private static final Path GOLDEN = Path.of("../shared/golden/vec2face/tiny");
  private static Vec2FaceGenerator tiny;
  private static Weights weights;
  private static HostTensor[] inputs;

  @BeforeAll
  static void read() throws Exception {
    assumeTrue(Files.isDirectory(GOLDEN), "needs " + GOLDEN);
    JsonNode c = new JsonMapper().readTree(GOLDEN.resolve("config.json").toFile());
    List<Integer> multiples = new ArrayList<>();
    c.get("ch_mult").forEach(m -> multiples.add(m.asInt()));
    double least = c.get("mask_ratio_min").asDouble();
    tiny =
        new Vec2FaceGenerator(
            c.get("rep_dim").asInt(),
            c.get("embed_dim").asInt(),
            c.get("depth").asInt(),
            c.get("num_heads").asInt(),
            c.get("decoder_embed_dim").asInt(),
            c.get("decoder_depth").asInt(),
            c.get("decoder_num_heads").asInt(),
            c.get("mlp_ratio").asInt(),
            c.get("z_channels").asInt(),
            c.get("ch").asInt(),
            multiples,
            c.get("num_res_blocks").asInt(),
            50 - TokenMask.count(49, least),
            32);
    weights =
        WeightFiles.read(GOLDEN.resolve("checkpoint.pth"), c.get("checkpoint_key").asString())
            .strictFor(tiny.network());
    TokenMask mask = TokenMask.of(floats("noise.npy"), 49, least, c.get("mask_rate").asDouble());
    assertThat(mask.masked()).isEqualTo(floats("token_all_mask.npy"));
    inputs =
        new HostTensor[] {
          HostTensor.floats(floats("rep.npy"), 4, 512),
          new HostTensor.Longs(new long[] {4, 45}, mask.staying()),
          HostTensor.floats(mask.masked(), 4, 50, 1),
          new HostTensor.Longs(new long[] {4, 50}, mask.refill())
        };
  }

  @Test
  void everyStageEqualsThePublishedCode() throws Exception {
    ScriptModule module = new ScriptModule();
    NetworkScript.frozen(module, tiny.withTokens(), weights, Precision.FP32)
        .forward("forward", false, Precision.FP32);
    try (TorchEngine engine = new TorchEngine(1);
        TorchModule loaded = engine.load(module)) {
      List<HostTensor> got = loaded.call("forward", inputs);
      assertThat(difference(got.get(1), "latent.npy")).isLessThan(1e-4);
      assertThat(difference(got.get(2), "logits.npy")).isLessThan(1e-4);
      assertThat(difference(got.get(3), "decoder_proj.npy")).isLessThan(1e-4);
      assertThat(difference(got.get(0), "image.npy")).isLessThan(1e-4);
    }
  }

  @Test
  void theGradientReachesTheVectorInFullAndHalfPrecision() throws Exception {
    float[] expected = floats("grad_rep.npy");
    assertThat(relative(gradient(Precision.FP32), expected)).isLessThan(1e-3);
    assertThat(relative(gradient(Precision.BF16), expected)).isBetween(1e-6, 0.2);
  }

  private static float[] gradient(Precision precision) throws Exception {
    ScriptModule module = new ScriptModule();
    NetworkScript.frozen(module, tiny.network(), weights, precision)
        .forward("forward", false, precision);
    module.method(
        "gradient",
        List.of("rep", "a", "b", "c", "weight"),
        "List[Tensor]",
        List.of(
            "x = torch.requires_grad_(torch.detach(rep), True)",
            "mean = torch.mean(torch.mul(self.forward(x, a, b, c), weight))",
            "g = torch.grad([mean], [x])",
            "return [unchecked_cast(Tensor, g[0])]"));
    HostTensor weight = HostTensor.floats(floats("grad_weight.npy"), 4, 3, 112, 112);
    try (TorchEngine engine = new TorchEngine(1);
        TorchModule loaded = engine.load(module)) {
      HostTensor answer =
          loaded
              .differentiate("gradient", inputs[0], inputs[1], inputs[2], inputs[3], weight)
              .getFirst();
      return ((HostTensor.Floats) answer).values();
    }
  }

  @Test
  void onnxGivesTheSamePicture(@TempDir Path folder) throws Exception {
    Network network = tiny.network();
    Path file = folder.resolve("vec2face.onnx");
    OnnxFile.write(OnnxExport.model(network, weights), file);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString());
        OnnxTensor rep = onnx(environment, inputs[0]);
        OnnxTensor staying = onnx(environment, inputs[1]);
        OnnxTensor masked = onnx(environment, inputs[2]);
        OnnxTensor refill = onnx(environment, inputs[3]);
        OrtSession.Result result =
            session.run(
                Map.of("input0", rep, "input1", staying, "input2", masked, "input3", refill))) {
      FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] picture = new float[buffer.remaining()];
      buffer.get(picture);
      assertThat(worst(picture, floats("image.npy"))).isLessThan(1e-4);
    }
  }

  private static OnnxTensor onnx(OrtEnvironment environment, HostTensor tensor) throws Exception {
    return switch (tensor) {
      case HostTensor.Floats(long[] shape, float[] values) ->
          OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
      case HostTensor.Longs(long[] shape, long[] values) ->
          OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
      default -> throw new IllegalStateException();
    };
  }

  private static double difference(HostTensor got, String file) throws IOException {
    return worst(((HostTensor.Floats) got).values(), floats(file));
  }

  private static double relative(float[] got, float[] expected) {
    double largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    return worst(got, expected) / largest;
  }

  private static double worst(float[] got, float[] expected) {
    assertThat(got).hasSameSizeAs(expected);
    double worst = 0;
    for (int i = 0; i < got.length; i++) {
      worst = Math.max(worst, Math.abs(got[i] - expected[i]));
    }
    return worst;
  }

  private static float[] floats(String file) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(GOLDEN.resolve(file))).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(10 + bytes.getShort(8));
    float[] floats = new float[bytes.remaining() / 4];
    bytes.asFloatBuffer().get(floats);
    return floats;
  }
}
