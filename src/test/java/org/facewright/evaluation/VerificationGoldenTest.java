package org.facewright.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.vector.FloatMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerificationGoldenTest {
  private static final Path GOLDEN = Path.of("../shared/golden/verification");

  @BeforeAll
  static void find() {
    assumeTrue(Files.isDirectory(GOLDEN), "needs " + GOLDEN);
  }

  @Test
  void tenFoldsEqualThoseOfThePublishedCode() throws IOException {
    JsonNode expected = new JsonMapper().readTree(GOLDEN.resolve("expected.json").toFile());
    int pairs = expected.get("pairs").asInt();
    int columns = expected.get("dim").asInt();
    FloatMatrix features = new FloatMatrix(2 * pairs, columns, floats("embeddings.npy"));
    boolean[] same = new boolean[pairs];
    for (int i = 0; i < pairs; i++) {
      same[i] = expected.get("issame").get(i).asInt() == 1;
    }
    TenFold folds = TenFold.of(features, same, PairDistance.EUCLIDEAN);
    compare(folds.accuracy(), expected.get("accuracy"));
    compare(folds.truePositiveRate(), expected.get("tpr"));
    compare(folds.falsePositiveRate(), expected.get("fpr"));
    assertThat(folds.mean()).isCloseTo(expected.get("accuracy_mean").asDouble(), offset(1e-9));
    assertThat(folds.deviation()).isCloseTo(expected.get("accuracy_std").asDouble(), offset(1e-9));
    compare(
        TenFold.of(features, same, PairDistance.CENTRED_ANGLE).accuracy(),
        expected.get("cosine_accuracy"));
  }

  @Test
  void trueAcceptRatesEqualTheIjbEvaluations() throws IOException {
    JsonNode expected = new JsonMapper().readTree(GOLDEN.resolve("roc.json").toFile());
    float[] floats = floats("scores.npy");
    double[] scores = new double[floats.length];
    boolean[] same = new boolean[floats.length];
    byte[] labels = Files.readAllBytes(GOLDEN.resolve("labels.npy"));
    for (int i = 0; i < scores.length; i++) {
      scores[i] = floats[i];
      same[i] = labels[labels.length - scores.length + i] == 1;
    }
    Roc roc = Roc.of(scores, same);
    assertThat(roc.area()).isCloseTo(expected.get("auc").asDouble(), offset(1e-9));
    expected
        .get("tpr_at_fpr")
        .forEachEntry(
            (rate, tar) ->
                assertThat(roc.ijbTarAt(Double.parseDouble(rate))).isEqualTo(tar.asDouble()));
  }

  private static void compare(double[] got, JsonNode expected) {
    assertThat(got).hasSize(expected.size());
    for (int i = 0; i < got.length; i++) {
      assertThat(got[i]).isCloseTo(expected.get(i).asDouble(), offset(1e-9));
    }
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
