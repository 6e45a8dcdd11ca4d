package org.facewright.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.facewright.jobs.JobException;
import org.facewright.leakage.search.GalleryException;
import org.facewright.leakage.search.Way;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.LeakGallery;
import org.facewright.project.Project;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;
import org.facewright.vector.Npy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakCheckTest {
  private static final int REAL = 40;
  private static final int SYNTHETIC = 12;

  @TempDir private Path temp;
  private Project project;
  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void plant() throws Exception {
    project = PlantedPeople.create(temp.resolve("P"), REAL, SYNTHETIC);
  }

  @AfterEach
  void close() {
    project.close();
  }

  private LeakReport check(LeakOrder order) throws JobException {
    return LeakCheck.here(project, "test").run(order, () -> false, log::add);
  }

  private static LeakOrder order(Way way, LeakGallery... galleries) {
    return new LeakOrder(PlantedPeople.MODEL, List.of(), false, List.of(galleries), way, false);
  }

  private LeakGallery npy(String name, int first, int count) throws Exception {
    Path file = temp.resolve(name);
    PlantedPeople.writeGallery(file, first, count);
    return Galleries.of(file, 0, null);
  }

  @Test
  void theReportSaysWhatThePlanSays() throws Exception {
    LeakReport report = LeakCheck.here(project, "test").run(PlantedPeople.MODEL, log::add);
    LeakFigures centres = report.centres();
    assertThat(centres.asked()).isEqualTo(SYNTHETIC);
    assertThat(centres.pairs()).isEqualTo((long) REAL * SYNTHETIC);
    assertThat(Arrays.stream(centres.histogram()).sum()).isEqualTo(SYNTHETIC);
    List<Identity> people = PlantedPeople.synthetic(project);
    List<LeakPair> offences = report.offences();
    assertThat(offences).hasSizeGreaterThanOrEqualTo(4);
    for (int i = 0; i < 2; i++) {
      LeakPair pair = offences.get(i);
      assertThat(pair.identity()).isEqualTo(people.get(i).id());
      assertThat(pair.name()).isEqualTo("real-%05d".formatted(i));
      assertThat(project.identities().find(pair.person()).orElseThrow().label())
          .isEqualTo(pair.name());
      assertThat((double) pair.similarity()).isCloseTo(PlantedPeople.share(i), within(.06));
    }
    assertThat(centres.askedAbove07()).isEqualTo(2);
    assertThat(centres.pairsAbove05()).isEqualTo(offences.size());
    assertThat(centres.maxSimilarity()).isEqualTo(offences.getFirst().similarity());
    assertThat(report.galleries().getFirst().rows()).isEqualTo(REAL);
    assertThat(report.galleries().getFirst().sha256()).hasSize(64);
    assertThat(report.guarantee()).contains("reaches no further");
    assertThat(new LeakReports(project).latest().orElseThrow().pairs()).isEqualTo(report.pairs());
  }

  @Test
  void everyWayGivesTheSameReport() throws Exception {
    LeakGallery gallery = npy("real.npy", 0, 700);
    LeakReport java = check(order(Way.JAVA, gallery));
    for (Way way : new Way[] {Way.FLOAT32, Way.BFLOAT16}) {
      LeakReport other =
          check(new LeakOrder(PlantedPeople.MODEL, List.of(), false, List.of(gallery), way, true));
      assertThat(other.work().way()).isEqualTo(way);
      assertThat(other.pairs()).isEqualTo(java.pairs());
      assertThat(other.centres()).usingRecursiveComparison().isEqualTo(java.centres());
    }
  }

  /** By the definition, pair by pair, over blocks, files of several kinds and every image. */
  @Test
  void galleriesLargerThanABlockAreComparedWhole() throws Exception {
    int rows = OpenGallery.BLOCK + 1000;
    LeakGallery gallery = npy("large.npy", 0, rows);
    Path flat = temp.resolve("flat.f32");
    byte[] npy = Files.readAllBytes(Path.of(gallery.location()));
    Files.write(
        flat, Arrays.copyOfRange(npy, npy.length - rows * PlantedPeople.DIM * 4, npy.length));
    LeakReport one = check(order(Way.JAVA, gallery));
    LeakReport two = check(order(Way.BFLOAT16, Galleries.of(flat, PlantedPeople.DIM, null)));
    assertThat(two.work().pairs()).as("the same numbers: nothing to compare").isZero();
    assertThat(two.centres()).usingRecursiveComparison().isEqualTo(one.centres());
    long similar = 0;
    float most = -1;
    FloatMatrix all = Npy.matrix(Path.of(gallery.location()));
    for (Identity person : PlantedPeople.synthetic(project)) {
      float[] centre = vector(person);
      for (int row = 0; row < rows; row++) {
        float cosine =
            Kernels.exactDot(centre, 0, all.values(), row * PlantedPeople.DIM, PlantedPeople.DIM);
        similar += cosine > .5f ? 1 : 0;
        most = Math.max(most, cosine);
      }
    }
    assertThat(one.centres().pairsAbove05()).isEqualTo(similar);
    assertThat(one.centres().maxSimilarity()).isCloseTo(most, within(1e-6f));
  }

  private float[] vector(Identity person) throws Exception {
    FaceImage image = project.images().of(person.id()).getFirst();
    var set = project.embeddings(PlantedPeople.MODEL).orElseThrow();
    float[] row = new float[PlantedPeople.DIM];
    set.copy(set.row(image.hash()), row, 0);
    Kernels.normalise(row, 0, row.length);
    return row;
  }

  @Test
  void onlyWhatIsNewIsCompared() throws Exception {
    LeakGallery first = npy("first.npy", 0, 100);
    LeakGallery second = npy("second.npy", 100, 50);
    assertThat(check(order(Way.JAVA, first)).work().pairs()).isEqualTo(100 * SYNTHETIC);
    LeakReport both = check(order(Way.JAVA, first, second));
    assertThat(both.work().pairs()).isEqualTo(50 * SYNTHETIC);
    assertThat(both.centres().pairs()).isEqualTo(150 * SYNTHETIC);
    PlantedPeople.add(
        project,
        project.embeddings(PlantedPeople.MODEL).orElseThrow(),
        500,
        PlantedPeople.near(PlantedPeople.direction(120), .9, 77));
    LeakReport more = check(order(Way.JAVA, first, second));
    assertThat(more.work().pairs()).isEqualTo(150);
    assertThat(more.centres().asked()).isEqualTo(SYNTHETIC + 1);
    assertThat(more.offences())
        .anySatisfy(pair -> assertThat(pair.name()).isEqualTo("row 20 of second.npy"));
    assertThat(more.galleries().get(1).pairsAbove07()).isEqualTo(1);
  }

  @Test
  void aStoppedCheckGoesOnWhereItWas() throws Exception {
    LeakGallery large = npy("large.npy", 0, 2 * OpenGallery.BLOCK + 10);
    AtomicInteger asked = new AtomicInteger();
    // Stops after the first block was compared: each block asks a few times.
    assertThatThrownBy(
            () ->
                LeakCheck.here(project, "test")
                    .run(order(Way.JAVA, large), () -> asked.incrementAndGet() > 6, log::add))
        .isInstanceOf(CancellationException.class);
    LeakReport report = check(order(Way.JAVA, large));
    assertThat(report.work().pairs())
        .isPositive()
        .isLessThan((2L * OpenGallery.BLOCK + 10) * SYNTHETIC);
    LeakReport again =
        check(new LeakOrder(PlantedPeople.MODEL, List.of(), false, List.of(large), Way.JAVA, true));
    assertThat(again.pairs()).isEqualTo(report.pairs());
  }

  @Test
  void everyImageCanBeComparedToo() throws Exception {
    LeakReport report =
        check(
            new LeakOrder(
                PlantedPeople.MODEL,
                List.of(),
                true,
                List.of(LeakCheck.realPeople()),
                Way.JAVA,
                false));
    LeakFigures images = report.images();
    assertThat(images).isNotNull();
    // One image each, so it is the centre.
    assertThat(images.asked()).isEqualTo(SYNTHETIC);
    assertThat(images.pairsAbove05()).isEqualTo(report.centres().pairsAbove05());
    assertThat(report.pairs()).anyMatch(pair -> pair.image() >= 0);
  }

  @Test
  void anotherProjectCanBeTheGallery() throws Exception {
    Path other = temp.resolve("Q");
    PlantedPeople.create(other, 30, 0).close();
    LeakReport report = check(order(Way.JAVA, Galleries.of(other, 0, null)));
    LeakReport own = LeakCheck.here(project, "test").run(PlantedPeople.MODEL, log::add);
    assertThat(report.offences().getFirst().similarity())
        .isEqualTo(own.offences().getFirst().similarity());
    assertThat(report.offences().getFirst().name()).isEqualTo("real-00000");
    assertThat(report.offences().getFirst().person()).isEqualTo(-1);
  }

  private void assertRefused(LeakOrder order, GalleryException.Reason reason, String... said) {
    assertThatThrownBy(() -> check(order))
        .isInstanceOf(JobException.class)
        .satisfies(
            e -> {
              for (String part : said) {
                assertThat(e).hasMessageContaining(part);
              }
              assertThat(((GalleryException) e.getCause()).reason()).isEqualTo(reason);
            });
  }

  @Test
  void anotherRecogniserIsRefused() throws Exception {
    Path file = temp.resolve("other.npy");
    PlantedPeople.writeGallery(file, 0, 10);
    LeakOrder stated = order(Way.JAVA, Galleries.of(file, 0, "arcface"));
    assertRefused(
        stated, GalleryException.Reason.OTHER_MODEL, "other.npy", "arcface", PlantedPeople.MODEL);
    Files.writeString(temp.resolve("other.npy.json"), "{\"model\": \"magface\"}");
    LeakOrder beside = order(Way.JAVA, Galleries.of(file, 0, null));
    assertRefused(beside, GalleryException.Reason.OTHER_MODEL, "magface");
    Path narrow = temp.resolve("narrow.npy");
    Npy.write(narrow, new FloatMatrix(2, 3, new float[] {1, 0, 0, 0, 1, 0}));
    LeakOrder shorter = order(Way.JAVA, Galleries.of(narrow, 0, null));
    assertRefused(shorter, GalleryException.Reason.OTHER_MODEL, "narrow.npy", "3 numbers", "64");
  }

  @Test
  void rowsWithoutADirectionAreNamed() throws Exception {
    for (float bad : new float[] {0, Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] rows = new float[300 * PlantedPeople.DIM];
      Arrays.fill(rows, 1);
      Arrays.fill(rows, 270 * PlantedPeople.DIM, 271 * PlantedPeople.DIM, bad);
      Arrays.fill(rows, 290 * PlantedPeople.DIM, 291 * PlantedPeople.DIM, 0);
      Path file = temp.resolve("bad.npy");
      Npy.write(file, new FloatMatrix(300, PlantedPeople.DIM, rows));
      LeakGallery gallery = Galleries.of(file, 0, null);
      for (Way way : new Way[] {Way.JAVA, Way.FLOAT32}) {
        assertThatThrownBy(() -> check(order(way, gallery)))
            .isInstanceOf(JobException.class)
            .hasMessageContaining("bad.npy")
            .hasMessageContaining("row 270")
            .hasMessageContaining(bad == 0 ? "all zeros" : "not finite");
      }
    }
  }

  @Test
  void emptyAndBrokenFilesAreRefused() throws Exception {
    Path empty = temp.resolve("empty.npy");
    Npy.write(empty, new FloatMatrix(0, PlantedPeople.DIM, new float[0]));
    LeakOrder nobody = order(Way.JAVA, Galleries.of(empty, 0, null));
    assertRefused(nobody, GalleryException.Reason.EMPTY, "empty.npy", "nobody");
    Path cut = temp.resolve("cut.npy");
    PlantedPeople.writeGallery(cut, 0, 10);
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 7));
    LeakOrder broken = order(Way.JAVA, Galleries.of(cut, 0, null));
    assertRefused(broken, GalleryException.Reason.UNREADABLE, "cut.npy");
    Path flat = temp.resolve("flat.bin");
    Files.write(flat, ByteBuffer.allocate(700).order(ByteOrder.LITTLE_ENDIAN).array());
    LeakOrder ragged = order(Way.JAVA, Galleries.of(flat, 0, null));
    assertRefused(ragged, GalleryException.Reason.UNREADABLE, "flat.bin", "cut off");
    Path gone = temp.resolve("gone.npy");
    PlantedPeople.writeGallery(gone, 0, 10);
    LeakOrder missing = order(Way.JAVA, Galleries.of(gone, 0, null));
    Files.delete(gone);
    assertRefused(missing, GalleryException.Reason.UNREADABLE, "gone.npy");
    assertThatThrownBy(() -> Galleries.of(gone, 0, null))
        .isInstanceOf(GalleryException.class)
        .hasMessageContaining("gone.npy");
    assertThatThrownBy(() -> Galleries.of(temp, 0, null))
        .isInstanceOf(GalleryException.class)
        .hasMessageContaining("no Facewright project");
  }

  @Test
  void nothingNewToCheckIsSaid() throws Exception {
    assertThatThrownBy(() -> check(LeakOrder.of("unknown", List.of(LeakCheck.realPeople()))))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("no embeddings of unknown");
    try (Project none = PlantedPeople.create(temp.resolve("none"), 5, 0)) {
      assertThatThrownBy(() -> LeakCheck.here(none, "test").run(PlantedPeople.MODEL, log::add))
          .isInstanceOf(JobException.class)
          .hasMessageContaining("no new identities");
    }
  }
}
