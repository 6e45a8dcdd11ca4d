package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The line of the documentation, on the small published-shape generator. */
class Vec2FaceForwardTest {
  private static final Path GOLDEN = Path.of("../shared/golden/vec2face/tiny");
  private static final Path PICKLES = Path.of("../shared/golden/pickles");

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void needsGolden() {
    assumeTrue(Files.isDirectory(GOLDEN), "needs " + GOLDEN);
  }

  private int run(Path checkpoint, Path features, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "vec2face",
                "forward",
                "--checkpoint",
                checkpoint.toString(),
                "--config",
                GOLDEN.resolve("config.json").toString(),
                "--features",
                features.toString(),
                "--mask-rate",
                "0.27",
                "--threads",
                "1",
                "--output",
                folder.resolve("image.npy").toString()));
    arguments.addAll(List.of(more));
    CommandLine line = CommandTree.create().setErr(new PrintWriter(err));
    return line.execute(arguments.toArray(String[]::new));
  }

  private int run(Path checkpoint, String... more) {
    return run(checkpoint, GOLDEN.resolve("rep.npy"), more);
  }

  private float[] image(String name) throws Exception {
    return floats(folder.resolve(name));
  }

  private static float[] floats(Path file) throws Exception {
    try (NpyReader reader = Npy.open(file)) {
      return reader.floats((int) reader.header().rows());
    }
  }

  private static double worst(float[] a, float[] b) {
    assertThat(a).hasSameSizeAs(b);
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(a[i] - b[i]));
    }
    return worst;
  }

  @Test
  void thePublishedCodesPicturesComeOut() throws Exception {
    int code =
        run(
            GOLDEN.resolve("checkpoint.pth"),
            "--mask-noise",
            GOLDEN.resolve("noise.npy").toString());
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(worst(image("image.npy"), floats(GOLDEN.resolve("image.npy")))).isLessThan(1e-4);
  }

  @Test
  void aSeedDrawsTheMasksAndTheSameSeedTheSameOnes() throws Exception {
    assertThat(run(GOLDEN.resolve("checkpoint.pth"), "--seed", "5")).isZero();
    float[] first = image("image.npy");
    assertThat(run(GOLDEN.resolve("checkpoint.pth"), "--seed", "5")).isZero();
    assertThat(image("image.npy")).isEqualTo(first);
    assertThat(run(GOLDEN.resolve("checkpoint.pth"), "--seed", "6")).isZero();
    assertThat(Arrays.equals(image("image.npy"), first)).isFalse();
  }

  @Test
  void vectorsOfAnotherLengthAreRefusedByName() throws Exception {
    Path wrong = folder.resolve("wrong.npy");
    Npy.write(wrong, new FloatMatrix(2, 256, new float[512]));
    assertThat(run(GOLDEN.resolve("checkpoint.pth"), wrong)).isEqualTo(1);
    assertThat(err.toString()).contains("wrong.npy", "256", "512").doesNotContain("\tat ");
  }

  @Test
  void rowsThatAreNoVectorsAreNamed() throws Exception {
    float[] values = new float[3 * 512];
    Arrays.fill(values, 1);
    values[512 + 7] = Float.NaN;
    Path file = folder.resolve("nan.npy");
    Npy.write(file, new FloatMatrix(3, 512, values));
    assertThat(run(GOLDEN.resolve("checkpoint.pth"), file)).isEqualTo(1);
    assertThat(err.toString()).contains("Row 1", "NaN");
    Arrays.fill(values, 1);
    Arrays.fill(values, 1024, 1536, 0);
    Npy.write(file, new FloatMatrix(3, 512, values));
    assertThat(run(GOLDEN.resolve("checkpoint.pth"), file)).isEqualTo(1);
    assertThat(err.toString()).contains("Row 2", "zeros");
  }

  @Test
  void brokenAndMaliciousCheckpointsAreRefusedWithOneSentence() throws Exception {
    byte[] whole = Files.readAllBytes(GOLDEN.resolve("checkpoint.pth"));
    Path cut = folder.resolve("cut.pth");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertThat(run(cut)).isEqualTo(1);
    assertThat(err.toString()).contains("cut.pth").doesNotContain("\tat ");
    assumeTrue(Files.isDirectory(PICKLES), "needs " + PICKLES);
    for (String name : List.of("bad_reduce.pth", "bad_html.pth", "bad_missing_storage.pth")) {
      assertThat(run(PICKLES.resolve(name))).isEqualTo(1);
      assertThat(err.toString()).contains(name).doesNotContain("\tat ");
    }
    assertThat(folder.resolve("image.npy")).doesNotExist();
  }

  @Test
  void aMaskOfAnotherShapeIsRefused() throws Exception {
    Path file = folder.resolve("noise.npy");
    Npy.write(file, new FloatMatrix(4, 48, new float[4 * 48]));
    assertThat(run(GOLDEN.resolve("checkpoint.pth"), "--mask-noise", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("[4, 48]", "[4, 49]");
  }
}
