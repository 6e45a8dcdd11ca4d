package org.facewright.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.facewright.faces.OnnxEmbedder.Flip;
import org.facewright.image.Crop;
import org.facewright.image.ImageDecoder;
import org.facewright.image.RgbImage;
import org.facewright.inference.TestModels;
import org.facewright.vector.FloatMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OnnxEmbedderTest {
  private static final Path PAIRS = Path.of("../shared/data/faces/lfw_fold1.bin");
  private final ImageDecoder decoder = new ImageDecoder();

  @Test
  void tellsPeopleApartOnTwoHundredPairs() throws Exception {
    assertThat(accuracy(200)).isGreaterThanOrEqualTo(.99);
  }

  @Test
  @Tag("slow")
  void tellsPeopleApartOnTheWholeFold() throws Exception {
    assertThat(accuracy(600)).isGreaterThanOrEqualTo(.99);
  }

  private double accuracy(int pairs) throws Exception {
    assumeTrue(Files.exists(PAIRS), "needs ../shared/data/faces/lfw_fold1.bin");
    VerificationPairs all = VerificationPairs.read(Files.readAllBytes(PAIRS));
    int step = all.same().size() / pairs;
    List<RgbImage> pictures = new ArrayList<>();
    List<Boolean> same = new ArrayList<>();
    for (int i = 0; i < all.same().size(); i += step) {
      pictures.add(decoder.decode(all.pictures().get(2 * i)));
      pictures.add(decoder.decode(all.pictures().get(2 * i + 1)));
      same.add(all.same().get(i));
    }
    try (OnnxEmbedder embedder = new OnnxEmbedder(TestModels.open("faceplugin"), Flip.NONE)) {
      FloatMatrix rows = embedder.embed(pictures);
      double[] similarities = new double[same.size()];
      for (int i = 0; i < similarities.length; i++) {
        similarities[i] = dot(rows.row(2 * i), rows.row(2 * i + 1));
      }
      return bestAccuracy(similarities, same);
    }
  }

  @Test
  void rowsAreOfLengthOneAndTheNormIsKept() throws Exception {
    List<RgbImage> noise = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 3; i++) {
      RgbImage image = RgbImage.black(112, 112);
      random.nextBytes(image.rgb());
      noise.add(image);
    }
    try (OnnxEmbedder embedder = new OnnxEmbedder(TestModels.open("faceplugin"), Flip.NONE);
        OnnxEmbedder flipping = new OnnxEmbedder(TestModels.open("faceplugin"), Flip.SUM)) {
      Embeddings embeddings = embedder.embedWithNorms(noise);
      assertThat(embeddings.unit().columns()).isEqualTo(embedder.dim());
      for (int i = 0; i < 3; i++) {
        float[] row = embeddings.unit().row(i);
        assertThat(dot(row, row)).isCloseTo(1, within(1e-5));
        assertThat(embeddings.norms()[i]).isGreaterThan(0);
      }
      List<RgbImage> mirrored = noise.stream().map(Crop::mirrored).toList();
      FloatMatrix one = flipping.embed(noise);
      FloatMatrix other = flipping.embed(mirrored);
      assertThat(dot(one.row(1), other.row(1)))
          .as("a face and its mirror image")
          .isCloseTo(1, within(1e-5));
      assertThat(embedder.embed(List.of()).rows()).isZero();
      assertThat(embedder.model()).isEqualTo("faceplugin");
    }
  }

  private static double bestAccuracy(double[] similarities, List<Boolean> same) {
    double best = 0;
    for (double threshold : similarities) {
      int right = 0;
      for (int i = 0; i < similarities.length; i++) {
        right += (similarities[i] >= threshold) == same.get(i) ? 1 : 0;
      }
      best = Math.max(best, (double) right / similarities.length);
    }
    return best;
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
