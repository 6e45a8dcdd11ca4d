package org.facewright.generation.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facewright.generation.diffusion.latent.NoiseType;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.generation.diffusion.part.EngineSettings;
import org.facewright.generation.diffusion.part.PartFile;
import org.facewright.generation.diffusion.schedule.Scheduler;
import org.facewright.inference.Device;
import org.facewright.inference.OnnxRuntime;
import org.facewright.network.onnx.AttributeProto;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiffusionPipelineTest {
  private static final SamplingSettings SMALL =
      Preset.BASE.settings().withSize(64, 64).withScheduler(Scheduler.EULER, 3);
  private static final String NAMED = "a young woman with freckles";

  private Path model;
  private DiffusionPipeline shared;

  @BeforeAll
  void open(@TempDir Path common) throws Exception {
    model = LightModel.write(common);
    shared = TestEngine.pipeline(model);
  }

  @AfterAll
  void close() throws Exception {
    shared.close();
    assertThat(shared.ledger().openSessions()).isZero();
    assertThat(shared.ledger().openTensors()).isZero();
  }

  private static PictureRequest request(long seed) {
    return PictureRequest.of(NAMED, "blurry", seed, SMALL);
  }

  private byte[] draw(PictureRequest request) throws Exception {
    return shared
        .generate(request, DiffusionListener.NONE)
        .orElseThrow()
        .getFirst()
        .picture()
        .rgb();
  }

  @Test
  void aSeedGivesTheSamePictureAndAnotherSeedAnother() throws Exception {
    assertThat(draw(request(5))).isEqualTo(draw(request(5))).isNotEqualTo(draw(request(6)));
  }

  @Test
  void everySchedulerDraws() throws Exception {
    for (Scheduler scheduler : Scheduler.values()) {
      PictureRequest request = PictureRequest.of(NAMED, null, 5, SMALL.withScheduler(scheduler, 4));
      assertThat(draw(request)).as(scheduler.text()).hasSize(64 * 64 * 3);
    }
  }

  @Test
  void noNegativePromptIsNotTheEmptyOne() throws Exception {
    byte[] none = draw(PictureRequest.of(NAMED, null, 5, SMALL));
    byte[] empty = draw(PictureRequest.of(NAMED, "", 5, SMALL));
    assertThat(none).isNotEqualTo(empty);
    SamplingSettings off = SMALL.withGuidance(1, 0);
    assertThat(draw(PictureRequest.of(NAMED, null, 5, off)))
        .isEqualTo(draw(PictureRequest.of(NAMED, "blurry", 5, off)));
  }

  @Test
  void settingsHaveTheirEffect() throws Exception {
    byte[] plain = draw(request(5));
    assertThat(draw(PictureRequest.of(NAMED, "blurry", 5, SMALL.withGuidance(7.5f, 0.7f))))
        .isNotEqualTo(plain);
    assertThat(draw(PictureRequest.of(NAMED, "blurry", 5, SMALL.withNoise(NoiseType.FLOAT16))))
        .hasSameSizeAs(plain);
    SamplingSettings weights = SMALL.withPromptWeights(true);
    assertThat(draw(PictureRequest.of(NAMED, "blurry", 5, weights))).isEqualTo(plain);
    String stressed = "a young woman with (freckles:1.6)";
    assertThat(draw(PictureRequest.of(stressed, "blurry", 5, weights)))
        .isNotEqualTo(plain)
        .isNotEqualTo(draw(PictureRequest.of(stressed, "blurry", 5, SMALL)));
  }

  @Test
  void aPictureKnowsWhereItComesFrom() throws Exception {
    String longer = "freckles ".repeat(80);
    PictureProvenance provenance =
        shared
            .generate(PictureRequest.of(longer, null, 9, SMALL), DiffusionListener.NONE)
            .orElseThrow()
            .getFirst()
            .provenance();
    assertThat(provenance.seed()).isEqualTo(9);
    assertThat(provenance.settings()).isEqualTo(SMALL);
    assertThat(provenance.modelHash()).matches("[0-9a-f]{64}");
    assertThat(provenance.model()).isEqualTo("model");
    assertThat(provenance.warnings()).hasSize(1);
    assertThat(provenance.warnings().getFirst()).contains("75 tokens", "freckles");
  }

  @Test
  void stepsAreReportedWithPreviewsAndTimes() throws Exception {
    List<Phase> phases = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    shared.generate(
        request(5),
        new DiffusionListener() {
          @Override
          public void phase(Phase phase) {
            phases.add(phase);
          }

          @Override
          public void step(StepReport report) {
            steps.add(report.done());
            assertThat(report.steps()).isEqualTo(3);
            assertThat(report.preview(0).width()).isEqualTo(8);
            assertThat(report.secondsLeft()).isGreaterThanOrEqualTo(0);
          }
        });
    assertThat(phases).containsExactly(Phase.ENCODING, Phase.DENOISING, Phase.DECODING);
    assertThat(steps).containsExactly(1, 2, 3);
  }

  /** Cancels once some steps were taken. */
  private static final class Impatient implements DiffusionListener {
    private final int patience;
    private int taken;

    Impatient(int patience) {
      this.patience = patience;
    }

    @Override
    public void step(StepReport report) {
      taken++;
    }

    @Override
    public boolean cancelled() {
      return taken >= patience;
    }
  }

  @Test
  void cancellingEndsTheRunBetweenSteps() throws Exception {
    for (int patience = 0; patience <= 3; patience++) {
      Impatient impatient = new Impatient(patience);
      assertThat(shared.generate(request(5), impatient)).isEmpty();
      assertThat(impatient.taken).isEqualTo(patience);
      assertThat(shared.ledger().openTensors()).isZero();
    }
  }

  @Test
  void whereMemoryIsSmallTheNetworksTakeTurns() throws Exception {
    long largest = 0;
    for (PartFile part : shared.model().parts()) {
      largest = Math.max(largest, part.bytes());
    }
    EngineSettings small = TestEngine.settings().withWeightBytes(largest);
    List<PictureRequest> requests = IntStream.range(0, 3).mapToObj(i -> request(i)).toList();
    List<byte[]> drawn = new ArrayList<>();
    try (DiffusionPipeline narrow = DiffusionPipeline.open(model, TestEngine.runtime(), small)) {
      int done =
          narrow.generateAll(
              requests,
              DiffusionListener.NONE,
              (index, pictures) -> {
                assertThat(index).isEqualTo(drawn.size());
                drawn.add(pictures.getFirst().picture().rgb());
              });
      assertThat(done).isEqualTo(3);
      assertThat(narrow.ledger().everOpened()).isEqualTo(4);
      assertThat(narrow.ledger().openSessions()).isLessThanOrEqualTo(2);
      narrow.close();
      assertThat(narrow.ledger().openSessions()).isZero();
    }
    for (int i = 0; i < 3; i++) {
      assertThat(drawn.get(i)).isEqualTo(draw(requests.get(i)));
    }
    assertThatThrownBy(
            () -> {
              try (DiffusionPipeline none =
                  DiffusionPipeline.open(
                      model, TestEngine.runtime(), TestEngine.settings().withWeightBytes(100))) {
                none.generate(request(1), DiffusionListener.NONE);
              }
            })
        .isInstanceOfSatisfying(
            DiffusionException.class, e -> assertThat(e.problem()).isEqualTo(Problem.OUT_OF_MEMORY))
        .hasMessageContaining("are allowed");
  }

  @Test
  void aBatchJobResumesAtTheNextPicture() throws Exception {
    List<PictureRequest> requests = IntStream.range(0, 3).mapToObj(i -> request(i)).toList();
    List<Integer> finished = new ArrayList<>();
    int done =
        shared.generateAll(requests, new Impatient(4), (index, pictures) -> finished.add(index));
    assertThat(done).isEqualTo(1);
    shared.generateAll(
        requests.subList(done, 3),
        DiffusionListener.NONE,
        (index, pictures) -> finished.add(index + done));
    assertThat(finished).containsExactly(0, 1, 2);
  }

  @Test
  void aUnetForOneRowIsRunRowByRow(@TempDir Path folder) throws Exception {
    Path model = LightModel.write(folder);
    byte[][] drawn = new byte[2][];
    for (int rows : new int[] {-1, 1}) {
      new TinyNet()
          .input("sample", rows, 4, -1, -1)
          .input("timestep")
          .input("encoder_hidden_states", rows, -1, 40)
          .input("text_embeds", rows, 24)
          .input("time_ids", rows, 6)
          .node(
              "ReduceMean",
              "mean",
              List.of("text_embeds"),
              AttributeProto.ints("axes", 1),
              AttributeProto.of("keepdims", 1L))
          .longs("shape", -1, 1, 1, 1)
          .node("Reshape", "row", "mean", "shape")
          .node("Mul", "out_sample", "sample", "row")
          .output("out_sample", rows, 4, -1, -1)
          .write(model.resolve("unet"));
      try (DiffusionPipeline pipeline = TestEngine.pipeline(model)) {
        drawn[rows < 0 ? 0 : 1] =
            pipeline
                .generate(request(5), DiffusionListener.NONE)
                .orElseThrow()
                .getFirst()
                .picture()
                .rgb();
      }
    }
    assertThat(drawn[1]).isEqualTo(drawn[0]);
  }

  @Test
  void aUnetThatTakesGuidanceIsAskedOnce(@TempDir Path folder) throws Exception {
    Path model = LightModel.write(folder);
    TinyNet.unet()
        .input("timestep_cond", -1, 256)
        .node("ReduceMean", "strength", List.of("timestep_cond"), AttributeProto.of("keepdims", 0L))
        .node("Mul", "out_sample", "sample", "strength")
        .write(model.resolve("unet"));
    try (DiffusionPipeline pipeline = TestEngine.pipeline(model)) {
      List<byte[]> drawn = new ArrayList<>();
      for (float scale : new float[] {2, 8}) {
        SamplingSettings settings = SMALL.withScheduler(Scheduler.LCM, 2).withGuidance(scale, 0);
        drawn.add(
            pipeline
                .generate(PictureRequest.of(NAMED, null, 1, settings), DiffusionListener.NONE)
                .orElseThrow()
                .getFirst()
                .picture()
                .rgb());
      }
      assertThat(drawn.getFirst()).isNotEqualTo(drawn.getLast());
    }
  }

  @Test
  void largePicturesAreDecodedInTilesWithoutSeams(@TempDir Path folder) throws Exception {
    Path model = LightModel.write(folder);
    TinyNet.enlarger().write(model.resolve("vae_decoder"));
    TinyNet.unet()
        .constant("half", new long[] {1}, .5f)
        .node("Mul", "out_sample", "sample", "half")
        .write(model.resolve("unet"));
    PictureRequest large =
        PictureRequest.of(
            NAMED, null, 1, SMALL.withSize(520, 416).withScheduler(Scheduler.EULER, 1));
    List<byte[]> drawn = new ArrayList<>();
    for (int tile : new int[] {128, 32}) {
      try (DiffusionPipeline pipeline =
          DiffusionPipeline.open(
              model, TestEngine.runtime(), TestEngine.settings().withDecodeTile(tile))) {
        drawn.add(
            pipeline
                .generate(large, DiffusionListener.NONE)
                .orElseThrow()
                .getFirst()
                .picture()
                .rgb());
      }
    }
    int worst = 0;
    for (int i = 0; i < drawn.getFirst().length; i++) {
      worst = Math.max(worst, Math.abs((drawn.getFirst()[i] & 0xff) - (drawn.getLast()[i] & 0xff)));
    }
    assertThat(worst).isLessThanOrEqualTo(1);
  }

  @Test
  void aCardThatIsNotThereIsSaidSo() throws Exception {
    OnnxRuntime runtime = TestEngine.runtime();
    org.junit.jupiter.api.Assumptions.assumeTrue(
        runtime.whyNoCuda() != null, "needs a machine without CUDA");
    EngineSettings cuda =
        TestEngine.settings()
            .withInference(TestEngine.settings().inference().withDevice(Device.CUDA));
    assertThatThrownBy(() -> DiffusionPipeline.open(model, runtime, cuda))
        .isInstanceOf(DiffusionException.class)
        .hasMessageContaining("CUDA");
  }
}
