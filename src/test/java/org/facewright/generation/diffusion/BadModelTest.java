package org.facewright.generation.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.generation.diffusion.schedule.Scheduler;
import org.facewright.network.onnx.AttributeProto;
import org.facewright.network.onnx.DataType;
import org.facewright.network.onnx.TensorProto;
import org.facewright.network.onnx.TextEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken folders: each gives one typed error that names the file, and leaves nothing open. */
class BadModelTest {
  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void writeModel() throws Exception {
    model = LightModel.write(folder);
  }

  private static final SamplingSettings SMALL =
      Preset.BASE.settings().withSize(64, 64).withScheduler(Scheduler.EULER, 2);

  private DiffusionException failure() throws Exception {
    return failure(PictureRequest.of("a face", null, 1, SMALL));
  }

  private DiffusionException failure(PictureRequest request) throws Exception {
    DiffusionPipeline[] opened = new DiffusionPipeline[1];
    DiffusionException failure =
        catchThrowableOfType(
            DiffusionException.class,
            () -> {
              try (DiffusionPipeline pipeline = TestEngine.pipeline(model)) {
                opened[0] = pipeline;
                pipeline.generate(request, DiffusionListener.NONE);
              }
            });
    assertThat(failure).isNotNull();
    if (opened[0] != null) {
      assertThat(opened[0].ledger().openSessions()).isZero();
      assertThat(opened[0].ledger().openTensors()).isZero();
    }
    return failure;
  }

  private void requireFailure(Problem problem, String file, String... words) throws Exception {
    DiffusionException failure = failure();
    assertThat(failure.problem()).as(failure.getMessage()).isEqualTo(problem);
    assertThat(failure.file()).isEqualTo(model.resolve(file));
    assertThat(failure).hasMessageContainingAll(words);
  }

  @Test
  void aMissingPartIsNamed() throws Exception {
    Files.delete(model.resolve("text_encoder_2/model.onnx"));
    requireFailure(Problem.MISSING_FILE, "text_encoder_2/model.onnx", "text_encoder_2");
    Files.delete(model.resolve("model_index.json"));
    requireFailure(Problem.MISSING_FILE, "model_index.json", "model_index.json");
  }

  @Test
  void anotherKindOfModelIsRefused() throws Exception {
    Files.writeString(
        model.resolve("model_index.json"), "{\"_class_name\": \"ORTStableDiffusionPipeline\"}");
    requireFailure(Problem.MISMATCHED_PART, "model_index.json", "ORTStableDiffusionPipeline");
  }

  @Test
  void brokenSettingsAreNamed() throws Exception {
    Path scheduler = model.resolve("scheduler/scheduler_config.json");
    Files.writeString(scheduler, "{\"timestep_spacing\": \"random\"}");
    requireFailure(
        Problem.UNREADABLE_FILE, "scheduler/scheduler_config.json", "timestep_spacing", "random");
    Files.writeString(scheduler, "{\"rescale_betas_zero_snr\": true}");
    requireFailure(
        Problem.UNREADABLE_FILE, "scheduler/scheduler_config.json", "rescale_betas_zero_snr");
    Files.writeString(scheduler, "{");
    requireFailure(Problem.UNREADABLE_FILE, "scheduler/scheduler_config.json", "cannot be read");
  }

  @Test
  void encodersOfAnotherModelAreNoticedByWidth() throws Exception {
    LightModel.encoder(24).write(model.resolve("text_encoder"));
    requireFailure(Problem.MISMATCHED_PART, "unet/model.onnx", "encoder_hidden_states", "40", "48");
  }

  @Test
  void anEncoderWithoutHiddenStatesIsRefused() throws Exception {
    new TinyNet()
        .input("input_ids", DataType.INT64, -1, 77)
        .node("Cast", "last_hidden_state", List.of("input_ids"), AttributeProto.of("to", 1L))
        .output("last_hidden_state", -1, 77)
        .write(model.resolve("text_encoder"));
    requireFailure(Problem.MISMATCHED_PART, "text_encoder/model.onnx", "hidden_states");
  }

  @Test
  void aUnetWithoutAnInputIsRefused() throws Exception {
    new TinyNet()
        .input("sample", -1, 4, -1, -1)
        .input("timestep")
        .input("encoder_hidden_states", -1, -1, 40)
        .node("Identity", "out_sample", "sample")
        .output("out_sample", -1, 4, -1, -1)
        .write(model.resolve("unet"));
    requireFailure(Problem.MISMATCHED_PART, "unet/model.onnx", "text_embeds");
  }

  @Test
  void aUnetForAnotherSizeSaysWhichInput() throws Exception {
    new TinyNet()
        .input("sample", -1, 4, 128, 128)
        .input("timestep")
        .input("encoder_hidden_states", -1, -1, 40)
        .input("text_embeds", -1, 24)
        .input("time_ids", -1, 6)
        .node("Identity", "out_sample", "sample")
        .output("out_sample", -1, 4, 128, 128)
        .write(model.resolve("unet"));
    requireFailure(Problem.MISMATCHED_PART, "unet/model.onnx", "\"sample\"", "[any, 4, 128, 128]");
  }

  @Test
  void aUnetThatGivesWholeNumbersIsRefused() throws Exception {
    new TinyNet()
        .input("sample", -1, 4, -1, -1)
        .input("timestep")
        .input("encoder_hidden_states", -1, -1, 40)
        .input("text_embeds", -1, 24)
        .input("time_ids", -1, 6)
        .node("Cast", "out_sample", List.of("sample"), AttributeProto.of("to", 7L))
        .output("out_sample", DataType.INT64, -1, 4, -1, -1)
        .write(model.resolve("unet"));
    requireFailure(Problem.WRONG_TYPE, "unet/model.onnx", "out_sample", "INT64");
  }

  @Test
  void wholeTimestepsOfAnyRankAreFedButFractionsAreNotLost() throws Exception {
    new TinyNet()
        .input("sample", -1, 4, -1, -1)
        .input("timestep", DataType.INT64, 1)
        .input("encoder_hidden_states", -1, -1, 40)
        .input("text_embeds", -1, 24)
        .input("time_ids", -1, 6)
        .node("Identity", "out_sample", "sample")
        .output("out_sample", -1, 4, -1, -1)
        .write(model.resolve("unet"));
    PictureRequest request = PictureRequest.of("a face", null, 1, SMALL);
    try (DiffusionPipeline pipeline = TestEngine.pipeline(model)) {
      assertThat(pipeline.generate(request, DiffusionListener.NONE)).isPresent();
    }
    SamplingSettings karras = SMALL.withScheduler(Scheduler.EULER_KARRAS, 5);
    DiffusionException failure = failure(PictureRequest.of("a face", null, 1, karras));
    assertThat(failure.problem()).isEqualTo(Problem.WRONG_TYPE);
    assertThat(failure).hasMessageContainingAll("timestep", "choose euler");
  }

  @Test
  void aCutNetworkIsTruncated() throws Exception {
    Path unet = model.resolve("unet/model.onnx");
    byte[] all = Files.readAllBytes(unet);
    Files.write(unet, java.util.Arrays.copyOf(all, all.length / 2));
    requireFailure(Problem.TRUNCATED_FILE, "unet/model.onnx", "end early");
  }

  @Test
  void cutWeightsBesideANetworkAreTruncated() throws Exception {
    TensorProto weights =
        new TensorProto(
            "weights",
            DataType.FLOAT,
            new long[] {4, 4, 1, 1},
            java.nio.ByteBuffer.allocate(0),
            List.of(
                new TextEntry("location", "model.onnx_data"),
                new TextEntry("offset", "0"),
                new TextEntry("length", "64")),
            List.of());
    TinyNet.unet()
        .constant(weights)
        .node("Conv", "out_sample", "sample", "weights")
        .write(model.resolve("unet"));
    Path data = model.resolve("unet/model.onnx_data");
    Files.write(data, new byte[64]);
    PictureRequest request = PictureRequest.of("a face", null, 1, SMALL);
    try (DiffusionPipeline pipeline = TestEngine.pipeline(model)) {
      assertThat(pipeline.generate(request, DiffusionListener.NONE)).isPresent();
    }
    Files.write(data, new byte[40]);
    requireFailure(Problem.TRUNCATED_FILE, "unet/model.onnx", "end early");
    Files.delete(data);
    requireFailure(Problem.TRUNCATED_FILE, "unet/model.onnx", "end early");
  }

  @Test
  void aDecoderThatOverflowsIsNoticed() throws Exception {
    Path vae = model.resolve("vae_decoder");
    decoder(Float.NaN).write(vae);
    requireFailure(Problem.BROKEN_PICTURE, "vae_decoder/model.onnx", "no numbers", "float32");
    decoder(-9).write(vae);
    requireFailure(Problem.BROKEN_PICTURE, "vae_decoder/model.onnx", "black", "float32");
  }

  private static TinyNet decoder(float everywhere) {
    return new TinyNet()
        .input("latent_sample", 1, 4, -1, -1)
        .longs("size", 1, 3, 64, 64)
        .constant("value", new long[] {1, 1, 1, 1}, everywhere)
        .node("Expand", "sample", "value", "size")
        .output("sample", -1, 3, -1, -1);
  }

  @Test
  void aUnetThatOverflowsIsNoticedAtItsStep() throws Exception {
    TinyNet.unet()
        .constant("nan", new long[] {1}, Float.NaN)
        .node("Mul", "out_sample", "sample", "nan")
        .write(model.resolve("unet"));
    requireFailure(Problem.BROKEN_PICTURE, "unet/model.onnx", "at step 1");
  }

  @Test
  void memoryThatRunsOutIsSaidSo() throws Exception {
    TinyNet.unet()
        .longs("huge", 1L << 44)
        .node("ConstantOfShape", "zeros", "huge")
        .node("ReduceMax", "zero", List.of("zeros"), AttributeProto.of("keepdims", 0L))
        .node("Add", "later", "zero", "timestep")
        .node("Add", "out_sample", "sample", "later")
        .write(model.resolve("unet"));
    requireFailure(Problem.OUT_OF_MEMORY, "unet/model.onnx", "smaller pictures");
  }

  @Test
  void aDecoderOfTheWrongScaleIsRefused() throws Exception {
    new TinyNet()
        .input("latent_sample", -1, 4, -1, -1)
        .node("Identity", "sample", "latent_sample")
        .output("sample", -1, 4, -1, -1)
        .write(model.resolve("vae_decoder"));
    requireFailure(Problem.MISMATCHED_PART, "vae_decoder/model.onnx", "eight times");
  }

  @Test
  void impossibleRequestsSayWhatIsPossible() throws Exception {
    assertRefused(SMALL.withSize(1001, 64), "multiple of 8", "1000 or 1008");
    assertRefused(SMALL.withSize(64, 0), "64 to 4096");
    assertRefused(SMALL.withScheduler(Scheduler.EULER, 0), "1 to 500");
    assertRefused(SMALL.withScheduler(Scheduler.LCM, 51), "1 to 50");
  }

  private void assertRefused(SamplingSettings settings, String... words) throws Exception {
    DiffusionException failure = failure(PictureRequest.of("a face", null, 1, settings));
    assertThat(failure.problem()).isEqualTo(Problem.BAD_REQUEST);
    assertThat(failure).hasMessageContainingAll(words);
  }
}
