package org.facewright.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.facewright.image.CropQuality;
import org.facewright.image.ImageDecoder;
import org.facewright.leakage.diversity.Diversity;
import org.facewright.leakage.diversity.SetFigures;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceAttributes;
import org.facewright.project.FaceImage;
import org.facewright.project.Project;
import org.facewright.vector.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiversityTest {
  private static final int DIM = PlantedPeople.DIM;

  @TempDir private Path temp;

  /** Somebody on an axis of the space. */
  private static float[] axis(int number, float tilt) {
    float[] row = new float[DIM];
    row[number] = 1;
    row[DIM - 1] += tilt;
    return row;
  }

  @Test
  void peopleOnAxesAreAsManyAsTheyAre() throws Exception {
    try (Project project = Project.create(temp.resolve("P"), "test")) {
      EmbeddingSet set = project.embeddings(PlantedPeople.MODEL, DIM, EmbeddingFile.Type.FLOAT32);
      Set<Long> people = new HashSet<>();
      for (int i = 0; i < 10; i++) {
        people.add(PlantedPeople.add(project, set, i, axis(i, 0)));
      }
      Diversity diversity = new Diversity(project, PlantedPeople.MODEL, 1);
      SetFigures ten = diversity.of("ten", people, () -> false);
      assertThat(ten.identities()).isEqualTo(10);
      assertThat(ten.effectiveIdentities()).isCloseTo(10, within(1e-9));
      assertThat(ten.effectiveDimensions()).isCloseTo(10, within(1e-5));
      assertThat(ten.meanBetween()).isZero();
      assertThat(ten.twins()).isZero();
      assertThat(ten.pairs()).isEqualTo(45);
      assertThat(ten.sampled()).isFalse();
      // Each once more, a little aside: twenty people, but only ten of whom one can tell apart.
      for (int i = 0; i < 10; i++) {
        people.add(PlantedPeople.add(project, set, 10 + i, axis(i, .01f)));
      }
      SetFigures twenty = diversity.of("twenty", people, () -> false);
      assertThat(twenty.effectiveIdentities()).isCloseTo(10, within(1e-9));
      assertThat(twenty.effectiveDimensions()).isCloseTo(10, within(.01));
      assertThat(twenty.twins()).isEqualTo(20);
      assertThat(twenty.similarShare()).isCloseTo(10 / 190.0, within(1e-9));
      assertThat(Arrays.stream(twenty.nearest()).sum()).isEqualTo(20);
    }
  }

  @Test
  void theFiguresAreThoseOfTheDefinitions() throws Exception {
    try (Project project = PlantedPeople.create(temp.resolve("P"), 25, 30)) {
      Diversity diversity = new Diversity(project, PlantedPeople.MODEL, 1);
      List<SetFigures> sets = diversity.realAndSynthetic(() -> false);
      assertThat(sets).extracting(SetFigures::name).containsExactly("real", "synthetic");
      SetFigures real = sets.getFirst();
      EmbeddingSet set = project.embeddings(PlantedPeople.MODEL).orElseThrow();
      List<float[]> centres = new ArrayList<>();
      double spread = 0;
      for (var person : project.identities().all()) {
        if (!person.origin().synthetic()) {
          List<float[]> rows = new ArrayList<>();
          for (FaceImage image : project.images().of(person.id())) {
            float[] row = new float[DIM];
            set.copy(set.row(image.hash()), row, 0);
            Kernels.normalise(row, 0, DIM);
            rows.add(row);
          }
          spread += Kernels.dot(rows.get(0), 0, rows.get(1), 0, DIM) / 25;
          float[] centre = new float[DIM];
          for (int i = 0; i < DIM; i++) {
            centre[i] = rows.get(0)[i] + rows.get(1)[i];
          }
          Kernels.normalise(centre, 0, DIM);
          centres.add(centre);
        }
      }
      double sum = 0;
      double squares = 0;
      int like = 0;
      for (float[] a : centres) {
        for (float[] b : centres) {
          double cosine = Kernels.dot(a, 0, b, 0, DIM);
          sum += a == b ? 0 : cosine;
          squares += cosine * cosine;
          like += cosine > .5 ? 1 : 0;
        }
      }
      assertThat(real.images()).isEqualTo(50);
      assertThat(real.meanBetween()).isCloseTo(sum / (25 * 24), within(1e-6));
      assertThat(real.spread()).isCloseTo(spread, within(1e-6));
      assertThat(real.effectiveDimensions()).isCloseTo(25 * 25 / squares, within(1e-3));
      assertThat(real.effectiveIdentities()).isCloseTo(25.0 * 25 / like, within(1e-9));
      assertThat(real.coverage())
          .extracting(SetFigures.Coverage::attribute)
          .containsExactly("sharpness", "clipped");
      assertThat(real.coverage()).extracting(SetFigures.Coverage::known).containsOnly(50L);
      assertThat(sets.get(1).spread()).as("one image each").isNaN();
      assertThat(Diversity.csv(sets).lines().findFirst()).contains("figure,real,synthetic");
      assertThatThrownBy(() -> diversity.of("x", Set.of(1L), () -> true))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void poseAndAgeAreSpreadOverTheirBins() throws Exception {
    try (Project project = PlantedPeople.create(temp.resolve("P"), 4, 1)) {
      long run = project.runs().begin("attributes", "{}", null, null, null);
      List<FaceAttributes> found = new ArrayList<>();
      for (FaceImage image : project.images().after(0, 8)) {
        found.add(new FaceAttributes(image.id(), found.size() * 20 - 60, 0, 0, 33, .9f));
      }
      project.faces().addAttributes(run, found);
      SetFigures real =
          new Diversity(project, PlantedPeople.MODEL, 1).realAndSynthetic(() -> false).getFirst();
      SetFigures.Coverage yaw = real.coverage().getFirst();
      assertThat(yaw.attribute()).isEqualTo("yaw");
      assertThat(yaw.known()).isEqualTo(8);
      assertThat(Arrays.stream(yaw.counts()).filter(count -> count > 0).count()).isEqualTo(8);
      assertThat(real.coverage().get(2).counts()[3]).isEqualTo(8);
    }
  }

  /** A set of blurred pictures is seen to be one. */
  @Test
  void sharpnessIsThatOfThePictures() throws Exception {
    try (Project project = Project.create(temp.resolve("P"), "test")) {
      EmbeddingSet set = project.embeddings(PlantedPeople.MODEL, DIM, EmbeddingFile.Type.FLOAT32);
      Set<Long> people = Set.of(PlantedPeople.add(project, set, 0, axis(0, 0)));
      FaceImage image = project.images().after(0, 1).getFirst();
      double drawn = CropQuality.sharpness(new ImageDecoder().decode(project.face(image)));
      SetFigures.Coverage sharpness =
          new Diversity(project, PlantedPeople.MODEL, 1)
              .of("one", people, () -> false)
              .coverage()
              .getFirst();
      int bin = Math.min(11, (int) (Math.sqrt(drawn) / 60 * 12));
      assertThat(sharpness.counts()[bin]).isEqualTo(1);
    }
  }

  @Test
  void anUnknownRecogniserIsSaid() throws Exception {
    try (Project project = PlantedPeople.create(temp.resolve("P"), 2, 0)) {
      assertThatThrownBy(() -> new Diversity(project, "unknown", 1))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no embeddings of unknown");
    }
  }
}
