package org.facewright.generation.vec2face.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.facewright.generation.vec2face.FaceGenerator;
import org.facewright.generation.vec2face.OnnxGenerator;
import org.facewright.generation.vec2face.TinyGenerator;
import org.facewright.generation.vec2face.TorchGenerator;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.training.IdentityJudge;
import org.facewright.generation.vec2face.training.TorchEmbedder;
import org.facewright.image.ImageDecoder;
import org.facewright.image.PictureText;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.Precision;
import org.facewright.network.architecture.MobileFaceNet;
import org.facewright.network.architecture.TokenMask;
import org.facewright.network.export.OnnxExport;
import org.facewright.network.onnx.HalfWeights;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.weights.WeightStart;
import org.facewright.vector.FloatMatrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantMakerTest {
  private static TorchEngine engine;
  private static TorchGenerator generator;
  private static TorchEmbedder embedder;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws Exception {
    engine = new TorchEngine(1);
    generator = new TorchGenerator(TinyGenerator.weights(8), Precision.FP32, engine);
    MobileFaceNet net = new MobileFaceNet(8, 32);
    embedder =
        new TorchEmbedder(
            new IdentityJudge(
                net.network(), WeightStart.of(net.network(), 1), IdentityJudge.Target.VECTOR),
            "test",
            engine);
  }

  @AfterAll
  static void close() {
    embedder.close();
    generator.close();
    engine.close();
  }

  private static Reference reference(String name) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    float[] vector = new float[32];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return new Reference(name, vector);
  }

  private static VariantSettings settings(double similarity, double duplicate, int batch) {
    return new VariantSettings(
        10, new Perturbation.Gaussian(Mix.hsface()), similarity, 2, duplicate, .2, 3, batch);
  }

  private static List<Variant> make(FaceGenerator by, VariantSettings settings, String name)
      throws Exception {
    List<Variant> kept = new ArrayList<>();
    HalvingBatches batches = new HalvingBatches(by, settings.batch(), smaller -> {});
    new VariantMaker(batches, settings, settings.judged() ? embedder : null, () -> false)
        .make(reference(name), kept::add);
    return kept;
  }

  @Test
  void picturesDependOnSeedAndIdentityButNotOnTheBatch() throws Exception {
    List<Variant> one = make(generator, settings(-1, 2, 4), "a");
    List<Variant> other = make(generator, settings(-1, 2, 3), "a");
    assertThat(one).hasSize(10);
    double difference = 0;
    for (int i = 0; i < 10; i++) {
      assertThat(one.get(i).seed()).isEqualTo(other.get(i).seed());
      byte[] left = one.get(i).picture().rgb();
      byte[] right = other.get(i).picture().rgb();
      for (int p = 0; p < left.length; p++) {
        difference = Math.max(difference, Math.abs((left[p] & 255) - (right[p] & 255)));
      }
    }
    assertThat(difference).isLessThanOrEqualTo(1);
    assertThat(make(generator, settings(-1, 2, 4), "b").getFirst().seed())
        .isNotEqualTo(one.getFirst().seed());
    assertThat(one.stream().filter(v -> v.amount() == .7)).hasSize(2);
  }

  @Test
  void unlikePicturesAreTriedAgainAndThenMissing() throws Exception {
    List<Variant> all = make(generator, settings(-.999, 2, 4), "a");
    double best = all.stream().mapToDouble(Variant::similarity).max().orElseThrow();
    assertThat(all).allMatch(v -> v.similarity() >= -.999);
    List<Variant> none = new ArrayList<>();
    VariantReport report =
        new VariantMaker(
                new HalvingBatches(generator, 4, s -> {}),
                settings(Math.min(.999, best + .2), 2, 4),
                embedder,
                () -> false)
            .make(reference("a"), none::add);
    assertThat(report.missing()).isEqualTo(10 - none.size());
    assertThat(report.unlike()).isGreaterThanOrEqualTo(report.missing() * 3);
  }

  @Test
  void nearDuplicatesAreRefused() throws Exception {
    List<Variant> kept = new ArrayList<>();
    VariantReport report =
        new VariantMaker(
                new HalvingBatches(generator, 4, s -> {}),
                settings(-1, -1, 4),
                embedder,
                () -> false)
            .make(reference("a"), kept::add);
    // Everything counts as a repetition of the first picture.
    assertThat(kept).hasSize(1);
    assertThat(report.duplicates()).isEqualTo(9 * 3);
  }

  /** A machine with memory for two pictures. */
  private record Cramped(FaceGenerator real) implements FaceGenerator {
    @Override
    public int features() {
      return real.features();
    }

    @Override
    public int kept() {
      return real.kept();
    }

    @Override
    public String hash() {
      return real.hash();
    }

    @Override
    public float[] pictures(FloatMatrix vectors, TokenMask mask) throws Vec2FaceException {
      if (vectors.rows() > 2) {
        throw new Vec2FaceException("There is not enough memory.", null, true);
      }
      return real.pictures(vectors, mask);
    }

    @Override
    public void close() {}
  }

  @Test
  void outOfMemoryHalvesTheBatchAndSaysSo() throws Exception {
    List<Integer> said = new ArrayList<>();
    HalvingBatches batches = new HalvingBatches(new Cramped(generator), 8, said::add);
    List<Variant> kept = new ArrayList<>();
    new VariantMaker(batches, settings(-1, 2, 8), null, () -> false)
        .make(reference("a"), kept::add);
    assertThat(said).containsExactly(4, 2);
    assertThat(kept).hasSize(10);
    HalvingBatches hopeless = new HalvingBatches(new Cramped(new Cramped(generator)), 1, said::add);
    assertThat(hopeless.draw(List.of(reference("a").vector()), new long[] {1}, .2)).hasSize(1);
  }

  @Test
  void cancelledInMidBatchLeavesNoHalfFolder() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    VariantSettings settings = settings(-1, 2, 4);
    VariantMaker maker =
        new VariantMaker(
            new HalvingBatches(generator, 4, s -> {}),
            settings,
            null,
            () -> asked.incrementAndGet() > 1);
    Path target = folder.resolve("person");
    try (VariantFolder writing =
        new VariantFolder(target, VariantFolder.Format.PNG, "hash", settings)) {
      assertThatThrownBy(() -> maker.make(reference("a"), writing))
          .isInstanceOf(CancellationException.class);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFinishedFolderHoldsPicturesThatSayWhereTheyComeFrom() throws Exception {
    VariantSettings settings = settings(-1, 2, 4);
    for (VariantFolder.Format format : VariantFolder.Format.values()) {
      Path target = folder.resolve(format.name());
      try (VariantFolder writing = new VariantFolder(target, format, generator.hash(), settings)) {
        new VariantMaker(new HalvingBatches(generator, 4, s -> {}), settings, null, () -> false)
            .make(reference("a"), writing);
        writing.finish();
      }
      assertThat(VariantFolder.done(target)).isTrue();
      assertThat(Files.readAllLines(target.resolve("variants.jsonl"))).hasSize(10);
      String ending = format == VariantFolder.Format.PNG ? "007.png" : "007.jpg";
      byte[] file = Files.readAllBytes(target.resolve(ending));
      assertThat(PictureText.of(file).orElseThrow())
          .contains("\"variant\":7", generator.hash(), "\"seed\":", "\"sigma\":");
      assertThat(new ImageDecoder().decode(file).width()).isEqualTo(112);
    }
  }

  @Test
  void onnxWithHalfTheBytesDrawsTheSame() throws Exception {
    var weights = TinyGenerator.weights(8);
    var model = OnnxExport.model(weights.config().generator().network(), weights.weights());
    Path whole = folder.resolve("whole.onnx");
    Path half = folder.resolve("half.onnx");
    OnnxFile.write(model, whole);
    OnnxFile.write(HalfWeights.of(model), half);
    assertThat(Files.size(half)).isLessThan(Files.size(whole) * 3 / 4);
    FloatMatrix rows = new FloatMatrix(1, 32, reference("x").vector());
    InferenceSettings settings =
        InferenceSettings.ofThisMachine().withThreads(1).withDevice(Device.CPU);
    OnnxRuntime runtime = new OnnxRuntime();
    try (OnnxGenerator exact = new OnnxGenerator(whole, runtime, settings);
        OnnxGenerator small = new OnnxGenerator(half, runtime, settings)) {
      assertThat(exact.features()).isEqualTo(32);
      assertThat(exact.kept()).isEqualTo(45);
      TokenMask mask = exact.mask(1, 5, .2);
      float[] expected = generator.pictures(rows, mask);
      assertThat(worst(exact.pictures(rows, mask), expected)).isLessThan(1e-4);
      assertThat(worst(small.pictures(rows, mask), expected)).isBetween(1e-7, 2e-2);
    }
    Files.writeString(whole, "no network");
    assertThatThrownBy(() -> new OnnxGenerator(whole, runtime, settings))
        .isInstanceOf(Vec2FaceException.class)
        .hasMessageContaining("whole.onnx");
  }

  private static double worst(float[] a, float[] b) {
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(a[i] - b[i]));
    }
    return worst;
  }
}
