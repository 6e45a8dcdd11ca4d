package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.facewright.exchange.ExportJob;
import org.facewright.exchange.ExportSettings;
import org.facewright.generation.vec2face.engine.Drawing;
import org.facewright.generation.vec2face.engine.GeneratorUse;
import org.facewright.generation.vec2face.engine.Likeness;
import org.facewright.generation.vec2face.growth.GrowJob;
import org.facewright.generation.vec2face.growth.GrowOrder;
import org.facewright.generation.vec2face.variant.VariantFolder;
import org.facewright.image.ImageDecoder;
import org.facewright.image.PictureText;
import org.facewright.inference.InferenceSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.jobs.Workers;
import org.facewright.project.FaceImage;
import org.facewright.project.Growth;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Origin;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From vectors, faces and identities to grown identities of a project, by a real small network. */
class GrowJobTest {
  private static final InferenceSettings ONE =
      InferenceSettings.ofThisMachine().withThreads(1).withBatch(4);

  @TempDir private Path work;
  private Path generator;
  private Installation installation;
  private Session session;

  @BeforeEach
  void open() throws Exception {
    generator = TinyFaces.generator(work.resolve("generator"));
    Path data = work.resolve("data");
    TinyFaces.recogniser(data);
    installation = new Installation(Path.of("."), data);
    DrawnProject.make(work.resolve("P"));
    reopen();
  }

  private void reopen() throws Exception {
    session = Session.open(work.resolve("P"), installation.inProcess(ONE));
  }

  @AfterEach
  void close() {
    session.close();
  }

  private static Drawing drawing(int count, double similarity) {
    return new Drawing(
        count,
        "hsface",
        false,
        similarity,
        1,
        2,
        null,
        7,
        Likeness.PICTURE,
        VariantFolder.Format.JPEG);
  }

  private GrowOrder order(int sampled, List<String> places, List<Long> people, Drawing drawing) {
    return new GrowOrder(
        GeneratorUse.of(generator.toString()),
        sampled,
        .9,
        GrowOrder.NORMAL,
        places,
        people,
        null,
        drawing);
  }

  private JobRecord run(GrowOrder order) {
    JobRecord job = session.jobs().submit(GrowJob.NAME, "growing", order.toJson());
    return session.jobs().runNow(job.id());
  }

  private List<Identity> grown() {
    return session.project().identities().all().stream()
        .filter(each -> each.origin() == Origin.VEC2FACE)
        .toList();
  }

  private TreeSet<String> hashes() {
    TreeSet<String> hashes = new TreeSet<>();
    session.project().images().forEach(image -> hashes.add(image.hash().toString()));
    return hashes;
  }

  private void embed() throws Exception {
    TinyFaces.embed(session, installation);
  }

  @Test
  void everyIdentityHasExactlyAsManyVariantsAndEachSaysWhatDrawsItAgain() throws Exception {
    JobRecord job = run(order(5, List.of(), List.of(), drawing(10, -1)));
    assertThat(job.state()).as(job.message()).isEqualTo(JobState.DONE);
    assertThat(job.message()).isEqualTo("50 pictures of 5 identities for 5 references");
    assertThat(grown()).hasSize(5).allMatch(each -> each.images() == 10 && each.kept() == 10);
    List<FaceImage> images = session.project().images().of(grown().getFirst().id());
    List<Growth.Trace> traces = new ArrayList<>();
    for (FaceImage image : images) {
      traces.add(session.project().growths().ofImage(image.id()).orElseThrow());
    }
    assertThat(traces.stream().filter(each -> Math.abs(each.amount() - .7) < 1e-6)).hasSize(2);
    assertThat(traces).extracting(Growth.Trace::seed).doesNotHaveDuplicates();
    Growth growth = traces.getFirst().growth();
    assertThat(growth.made().reference()).startsWith("sampled-7-00000");
    assertThat(session.project().runs().find(growth.made().run()).orElseThrow().modelHash())
        .hasSize(64);
    byte[] file = session.project().picture(images.getFirst());
    assertThat(PictureText.of(file).orElseThrow())
        .contains("\"made\":\"vec2face\"", "\"seed\":" + traces.getFirst().seed());
    assertThat(new ImageDecoder().decode(file).width()).isEqualTo(112);
  }

  @Test
  void theSameOrderAgainAddsNothingAndDrawsTheSameElsewhere() throws Exception {
    GrowOrder order = order(3, List.of(), List.of(), drawing(4, -1));
    run(order);
    TreeSet<String> first = hashes();
    JobRecord again = run(order);
    assertThat(again.state()).isEqualTo(JobState.DONE);
    assertThat(hashes()).isEqualTo(first);
    assertThat(session.project().runs().all().stream().filter(r -> r.stage().equals("grow")))
        .as("nothing was to be done")
        .hasSize(1);
    session.close();
    DrawnProject.make(work.resolve("Q"));
    session = Session.open(work.resolve("Q"), installation.inProcess(ONE.withBatch(3)));
    run(order);
    assertThat(hashes()).isEqualTo(first);
  }

  @Test
  void aJobThatIsPausedGoesOnAtTheNextIdentity() throws Exception {
    GrowOrder order = order(12, List.of(), List.of(), drawing(6, -1));
    JobRecord job = session.jobs().submit(GrowJob.NAME, "growing", order.toJson());
    session.jobs().addListener(event -> pauseAfterTheFirstBatch(event.job()));
    JobRecord paused = session.jobs().runNow(job.id());
    assertThat(paused.state()).isEqualTo(JobState.PAUSED);
    assertThat(grown()).hasSize(8).allMatch(each -> each.images() == 6);
    session.close();
    reopen();
    JobRecord ended = session.jobs().runNow(job.id());
    assertThat(ended.state()).isEqualTo(JobState.DONE);
    assertThat(ended.done()).isEqualTo(12);
    assertThat(grown()).hasSize(12).allMatch(each -> each.images() == 6);
  }

  private void pauseAfterTheFirstBatch(JobRecord job) {
    if (job.state() == JobState.RUNNING && job.done() > 0) {
      session.jobs().pause(job.id());
    }
  }

  @Test
  void aStopInTheMiddleOfAnIdentityLeavesNothingOfIt() throws Exception {
    GrowOrder order = order(2, List.of(), List.of(), drawing(4_000, -1));
    JobRecord job = session.jobs().submit(GrowJob.NAME, "growing", order.toJson());
    try (Workers asking = new Workers("asking", 1)) {
      session
          .jobs()
          .addListener(
              event -> {
                if (event.job().state() == JobState.RUNNING) {
                  asking.execute(() -> session.jobs().pause(job.id()));
                }
              });
      assertThat(session.jobs().runNow(job.id()).state()).isEqualTo(JobState.PAUSED);
    }
    assertThat(grown()).isEmpty();
    assertThat(session.project().growths().totals("none").kept()).isZero();
  }

  @Test
  void variantsOfASyntheticIdentityJoinItAndThoseOfAnImportedOneAreSomebodyNew() throws Exception {
    run(order(1, List.of(), List.of(), drawing(3, -1)));
    Identity synthetic = grown().getFirst();
    Identity imported = session.project().identities().find("p000").orElseThrow();
    embed();
    GrowOrder order = order(0, List.of(), List.of(synthetic.id(), imported.id()), drawing(5, -1));
    JobRecord job = run(order);
    assertThat(job.state()).as(job.message()).isEqualTo(JobState.DONE);
    assertThat(grown()).extracting(Identity::images).containsExactlyInAnyOrder(8, 5);
    assertThat(session.project().identities().find("p000").orElseThrow().images())
        .isEqualTo(imported.images());
    Growth fresh =
        grown().stream()
            .filter(each -> each.id() != synthetic.id())
            .map(each -> session.project().growths().of(each.id()).getFirst())
            .findFirst()
            .orElseThrow();
    assertThat(fresh.made().parent()).isEqualTo(imported.id());
    // With the new pictures embedded too, the same order still has nothing to do.
    embed();
    TreeSet<String> before = hashes();
    run(order);
    assertThat(hashes()).isEqualTo(before);
  }

  @Test
  void vectorsAndPicturesAreReferencesAndABadOneIsListed() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    float[] values = new float[3 * TinyFaces.DIM];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    Path vectors = work.resolve("some.npy");
    Npy.write(vectors, new FloatMatrix(3, TinyFaces.DIM, values));
    Path face = work.resolve("face.jpg");
    FaceImage image = session.project().images().find(1).orElseThrow();
    Files.write(face, session.project().picture(image));
    Path broken = Files.writeString(work.resolve("broken.jpg"), "no picture");
    JobRecord job =
        run(
            order(
                0,
                List.of(vectors + ":1", vectors.toString(), face.toString(), broken.toString()),
                List.of(),
                drawing(2, -1)));
    assertThat(job.state()).as(job.message()).isEqualTo(JobState.DONE);
    assertThat(grown()).as("the row that was named twice counts once").hasSize(4);
    assertThat(session.jobs().failures(job.id(), 5).getFirst().reason())
        .contains("broken.jpg", "is no picture");
  }

  @Test
  void whatIsNotSimilarEnoughIsMissingAndCounted() throws Exception {
    GrowOrder order = order(2, List.of(), List.of(), drawing(6, .999_999));
    JobRecord job = run(order);
    assertThat(job.state()).isEqualTo(JobState.DONE);
    assertThat(job.failed()).isEqualTo(2);
    assertThat(job.message()).contains("are missing");
    assertThat(session.jobs().failures(job.id(), 5).getFirst().reason())
        .contains("of 6 variants", "were not similar enough");
    run(order(1, List.of(), List.of(), drawing(2, 0)));
    FaceImage judged = session.project().images().of(grown().getLast().id()).getFirst();
    assertThat(session.project().growths().ofImage(judged.id()).orElseThrow().similarity())
        .isBetween(0., 1.);
    assertThat(judged.state()).isEqualTo(ImageState.KEPT);
  }

  @Test
  void sampledVectorsLieAsTheProjectsCentresOnceItIsEmbedded() throws Exception {
    GrowOrder order =
        new GrowOrder(
            GeneratorUse.of(generator.toString()),
            2,
            .999,
            GrowOrder.PROJECT,
            List.of(),
            List.of(),
            null,
            drawing(2, -1));
    assertThat(run(order).message()).contains("embed the project");
    embed();
    assertThat(run(order).message()).startsWith("4 pictures of 2 identities");
    embed();
    assertThat(run(order).message()).startsWith("4 pictures of 2 identities");
    assertThat(grown()).hasSize(2);
  }

  @Test
  void aGeneratorThatIsNotThereOrTakesOtherVectorsFailsTheJobInOneSentence() throws Exception {
    Path vectors = work.resolve("long.npy");
    Npy.write(vectors, new FloatMatrix(1, 7, new float[] {1, 2, 3, 4, 5, 6, 7}));
    JobRecord wrong = run(order(0, List.of(vectors.toString()), List.of(), drawing(2, -1)));
    assertThat(wrong.state()).isEqualTo(JobState.FAILED);
    assertThat(wrong.message()).contains("7 numbers", "takes 32");
    generator = work.resolve("nowhere");
    JobRecord missing = run(order(1, List.of(), List.of(), drawing(2, -1)));
    assertThat(missing.state()).isEqualTo(JobState.FAILED);
    assertThat(missing.message()).contains("nowhere");
  }

  @Test
  void aWorkerProcessDrawsTheSamePictures() throws Exception {
    GrowOrder order = order(1, List.of(), List.of(), drawing(3, 0));
    run(order);
    TreeSet<String> here = hashes();
    session.close();
    DrawnProject.make(work.resolve("Q"));
    session = Session.open(work.resolve("Q"), installation.workers(ONE));
    assertThat(run(order).state()).isEqualTo(JobState.DONE);
    assertThat(hashes()).isEqualTo(here);
  }

  @Test
  void anExportTakesOutWhatDrewThePicturesUnlessAsked() throws Exception {
    run(order(1, List.of(), List.of(), drawing(2, -1)));
    Path plain = export("plain", null);
    Path told = export("told", true);
    assertThat(PictureText.of(Files.readAllBytes(drawn(plain)))).isEmpty();
    assertThat(PictureText.of(Files.readAllBytes(drawn(told))).orElseThrow()).contains("vec2face");
    assertThat(new ImageDecoder().decode(drawn(plain)).rgb())
        .isEqualTo(new ImageDecoder().decode(drawn(told)).rgb());
  }

  private Path export(String name, Boolean metadata) {
    Path target = work.resolve(name);
    ExportSettings settings =
        new ExportSettings(
            "folders",
            target.toString(),
            false,
            EnumSet.of(ImageState.KEPT),
            1,
            false,
            null,
            "",
            metadata);
    JobRecord job = session.jobs().submit(ExportJob.NAME, "exporting", settings.toJson());
    assertThat(session.jobs().runNow(job.id()).state()).isEqualTo(JobState.DONE);
    return target;
  }

  private static Path drawn(Path export) throws Exception {
    try (Stream<Path> files = Files.walk(export)) {
      return files
          .filter(file -> file.toString().endsWith("000.jpg"))
          .filter(file -> file.toString().contains("vec2face"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void anOrderReadBackIsTheSameText() {
    GrowOrder order = order(3, List.of("a.npy"), List.of(4L), drawing(2, .3));
    assertThat(GrowOrder.fromJson(order.toJson()).toJson()).isEqualTo(order.toJson());
  }
}
