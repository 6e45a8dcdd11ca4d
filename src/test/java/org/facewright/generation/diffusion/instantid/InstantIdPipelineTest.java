package org.facewright.generation.diffusion.instantid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.facewright.faces.FivePoints;
import org.facewright.faces.Point;
import org.facewright.generation.diffusion.DiffusionListener;
import org.facewright.generation.diffusion.LightModel;
import org.facewright.generation.diffusion.PictureRequest;
import org.facewright.generation.diffusion.Preset;
import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.generation.diffusion.StepReport;
import org.facewright.generation.diffusion.TestEngine;
import org.facewright.generation.diffusion.TinyNet;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.generation.diffusion.schedule.Sampler;
import org.facewright.generation.diffusion.schedule.ScheduleConfig;
import org.facewright.generation.diffusion.schedule.Scheduler;
import org.facewright.image.RgbImage;
import org.facewright.network.onnx.AttributeProto;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The second pass with networks simple enough to be worked out by hand: every contract input moves
 * the result by a known amount.
 */
class InstantIdPipelineTest {
  private static final int WIDTH = 40;
  private static final int TOKENS = 3;
  private static final int SIDE = 64;
  private static final SamplingSettings SETTINGS =
      Preset.PAPER_INSTANTID.settings().withSize(SIDE, SIDE).withScheduler(Scheduler.LCM, 3);

  @TempDir Path folder;
  private Path sdxl;
  private Path instantId;
  private float[] weights;

  @BeforeEach
  void writeNetworks() throws Exception {
    sdxl = LightModel.write(folder);
    instantId = folder.resolve("instantid");
    Random random = new Random(4);
    weights = new float[512 * TOKENS * WIDTH];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian() * .05f;
    }
    new TinyNet()
        .input("face_embedding", -1, 1, 512)
        .constant("weights", new long[] {512, TOKENS * WIDTH}, weights)
        .longs("shape", -1, TOKENS, WIDTH)
        .node("MatMul", "flat", "face_embedding", "weights")
        .node("Reshape", "id_tokens", "flat", "shape")
        .output("id_tokens", -1, TOKENS, WIDTH)
        .write(instantId.resolve("resampler"));
    controlNet().write(instantId.resolve("controlnet"));
    unet().write(instantId.resolve("unet"));
  }

  /** Residuals: 0.1 * scale * sample, and scale * mean of the key-point picture. */
  private static TinyNet controlNet() {
    return new TinyNet()
        .input("sample", -1, 4, -1, -1)
        .input("timestep")
        .input("encoder_hidden_states", -1, TOKENS, WIDTH)
        .input("controlnet_cond", -1, 3, -1, -1)
        .input("conditioning_scale")
        .input("text_embeds", -1, 24)
        .input("time_ids", -1, 6)
        .constant("tenth", new long[] {1}, .1f)
        .node("Mul", "less", "sample", "tenth")
        .node("Mul", "down_block_residual.0", "less", "conditioning_scale")
        .node(
            "ReduceMean",
            "seen",
            List.of("controlnet_cond"),
            AttributeProto.ints("axes", 1, 2, 3),
            AttributeProto.of("keepdims", 1L))
        .node("Mul", "mid_block_residual", "seen", "conditioning_scale")
        .output("down_block_residual.0", -1, 4, -1, -1)
        .output("mid_block_residual", -1, 1, 1, 1);
  }

  /** 0.3 * sample + residuals + ip_scale * mean of all tokens. */
  private static TinyNet unet() {
    return new TinyNet()
        .input("sample", -1, 4, -1, -1)
        .input("timestep")
        .input("encoder_hidden_states", -1, 77 + TOKENS, WIDTH)
        .input("text_embeds", -1, 24)
        .input("time_ids", -1, 6)
        .input("ip_scale")
        .input("down_block_residual.0", -1, 4, -1, -1)
        .input("mid_block_residual", -1, 1, 1, 1)
        .constant("part", new long[] {1}, .3f)
        .longs("from", 77)
        .longs("to", 77 + TOKENS)
        .longs("axis", 1)
        .longs("row", -1, 1, 1, 1)
        .node("Slice", "face", "encoder_hidden_states", "from", "to", "axis")
        .node(
            "ReduceMean",
            "mean",
            List.of("face"),
            AttributeProto.ints("axes", 1, 2),
            AttributeProto.of("keepdims", 0L))
        .node("Reshape", "means", "mean", "row")
        .node("Mul", "identity", "means", "ip_scale")
        .node("Mul", "less", "sample", "part")
        .node("Add", "a", "less", "down_block_residual.0")
        .node("Add", "b", "a", "mid_block_residual")
        .node("Add", "out_sample", "b", "identity")
        .output("out_sample", -1, 4, -1, -1);
  }

  private static float[] embedding() {
    float[] embedding = new float[512];
    for (int i = 0; i < 512; i++) {
      embedding[i] = (float) Math.sin(i);
    }
    return embedding;
  }

  private static RgbImage keyPoints() {
    return KeyPointPicture.draw(
        new FivePoints(
            new Point(20, 20),
            new Point(44, 20),
            new Point(32, 32),
            new Point(22, 46),
            new Point(42, 46)),
        SIDE,
        SIDE);
  }

  private static IdentityRequest request(SamplingSettings settings, IdentityScales scales) {
    return new IdentityRequest(
        PictureRequest.of("smiling, from the left", null, 7, settings),
        embedding(),
        keyPoints(),
        scales);
  }

  private InstantIdPipeline pipeline() throws DiffusionException {
    return InstantIdPipeline.open(sdxl, instantId, TestEngine.runtime(), TestEngine.settings());
  }

  @Test
  void everyInputMovesTheResultAsTheContractSays() throws Exception {
    IdentityScales scales = new IdentityScales(.4f, .97f);
    float[][] last = new float[1][];
    try (InstantIdPipeline pipeline = pipeline()) {
      pipeline.generate(
          request(SETTINGS, scales),
          new DiffusionListener() {
            @Override
            public void step(StepReport report) {
              last[0] = report.estimate().clone();
            }
          });
      assertThat(pipeline.ledger().openTensors()).isZero();
      pipeline.close();
      assertThat(pipeline.ledger().openSessions()).isZero();
    }
    float[] wanted = byHand(scales);
    assertThat(last[0]).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(Math.abs(last[0][i] - wanted[i])).isLessThan(1e-3f);
    }
  }

  /** The same run without any network. */
  private float[] byHand(IdentityScales scales) {
    double face = 0;
    for (int i = 0; i < weights.length; i++) {
      face += weights[i] * embedding()[i / (TOKENS * WIDTH)];
    }
    face /= TOKENS * WIDTH;
    double seen = 0;
    for (byte value : keyPoints().rgb()) {
      seen += (value & 0xff) / 255.0;
    }
    seen /= keyPoints().rgb().length;
    var random = new org.facewright.generation.diffusion.latent.TorchRandom(7);
    int count = 4 * SIDE / 8 * SIDE / 8;
    Sampler sampler = Scheduler.LCM.start(ScheduleConfig.sdxl(), 3);
    float[] latent = random.normalHalf(count);
    float[] clean = new float[count];
    for (int k = 0; k < 3; k++) {
      float[] predicted = new float[count];
      for (int i = 0; i < count; i++) {
        predicted[i] =
            (float)
                ((.3 + .1 * scales.keyPoints()) * latent[i]
                    + scales.keyPoints() * seen
                    + scales.identity() * face);
      }
      sampler.step(
          latent, predicted, k, sampler.wantsNoise(k) ? random.normalHalf(count) : null, clean);
    }
    return latent;
  }

  @Test
  void guidanceComparesWithAnEmptyFace() throws Exception {
    IdentityScales scales = new IdentityScales(.4f, .97f);
    try (InstantIdPipeline pipeline = pipeline()) {
      byte[] off = draw(pipeline, request(SETTINGS, scales));
      byte[] on = draw(pipeline, request(SETTINGS.withGuidance(3, 0), scales));
      assertThat(on).isNotEqualTo(off);
      assertThat(draw(pipeline, request(SETTINGS, scales))).isEqualTo(off);
    }
  }

  private static byte[] draw(InstantIdPipeline pipeline, IdentityRequest request)
      throws DiffusionException {
    return pipeline
        .generate(request, DiffusionListener.NONE)
        .orElseThrow()
        .getFirst()
        .picture()
        .rgb();
  }

  @Test
  void missingNetworksAreAllNamed() throws Exception {
    Files.delete(instantId.resolve("controlnet/model.onnx"));
    Files.delete(instantId.resolve("unet/model.onnx"));
    assertThatThrownBy(this::pipeline)
        .isInstanceOfSatisfying(
            DiffusionException.class, e -> assertThat(e.problem()).isEqualTo(Problem.MISSING_FILE))
        .hasMessageContainingAll("controlnet", "unet", "docs/diffusion.md");
  }

  @Test
  void aPlainUnetIsRefused() throws Exception {
    Files.copy(
        sdxl.resolve("unet/model.onnx"),
        instantId.resolve("unet/model.onnx"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    requireRefused(Problem.MISMATCHED_PART, "ip_scale");
  }

  @Test
  void residualsThatTheControlNetDoesNotGiveAreNamed() throws Exception {
    unet().input("down_block_residual.1", -1, 4, -1, -1).write(instantId.resolve("unet"));
    requireRefused(Problem.MISMATCHED_PART, "controlnet", "down_block_residual.1");
  }

  private void requireRefused(Problem problem, String... words) throws Exception {
    try (InstantIdPipeline pipeline = pipeline()) {
      assertThatThrownBy(
              () ->
                  pipeline.generate(
                      request(SETTINGS, new IdentityScales(.3f, 1)), DiffusionListener.NONE))
          .isInstanceOfSatisfying(
              DiffusionException.class, e -> assertThat(e.problem()).isEqualTo(problem))
          .hasMessageContainingAll(words);
      assertThat(pipeline.ledger().openTensors()).isZero();
    }
  }

  @Test
  void requestsThatDoNotFitAreRefused() throws Exception {
    IdentityScales scales = new IdentityScales(.3f, 1);
    PictureRequest picture = PictureRequest.of("a face", null, 1, SETTINGS);
    try (InstantIdPipeline pipeline = pipeline()) {
      assertThatThrownBy(
              () ->
                  pipeline.generate(
                      new IdentityRequest(picture, embedding(), RgbImage.black(32, 32), scales),
                      DiffusionListener.NONE))
          .hasMessageContainingAll("32 x 32", "64 x 64");
      assertThatThrownBy(
              () ->
                  pipeline.generate(
                      new IdentityRequest(picture, new float[128], keyPoints(), scales),
                      DiffusionListener.NONE))
          .hasMessageContainingAll("512", "128", "antelopev2");
    }
  }

  @Test
  void cancellingEndsIt() throws Exception {
    DiffusionListener at =
        new DiffusionListener() {
          private int steps;

          @Override
          public void step(StepReport report) {
            steps = report.done();
          }

          @Override
          public boolean cancelled() {
            return steps == 2;
          }
        };
    try (InstantIdPipeline pipeline = pipeline()) {
      assertThat(pipeline.generate(request(SETTINGS, new IdentityScales(.3f, 1)), at)).isEmpty();
      assertThat(pipeline.ledger().openTensors()).isZero();
    }
  }
}
