package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.generation.diffusion.LightModel;
import org.facewright.generation.diffusion.Preset;
import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.generation.diffusion.schedule.Scheduler;
import org.facewright.generation.imagine.DrawingBoard;
import org.facewright.generation.imagine.GrowWish;
import org.facewright.generation.imagine.ImagineJob;
import org.facewright.generation.imagine.ImagineOrder;
import org.facewright.generation.imagine.PictureSource;
import org.facewright.generation.imagine.ReferenceGates;
import org.facewright.generation.imagine.ReferenceOutcome;
import org.facewright.generation.prompt.PromptPreset;
import org.facewright.generation.render.FaceKit;
import org.facewright.generation.render.FaceRenderer;
import org.facewright.generation.render.IdentitySampler;
import org.facewright.generation.render.Shot;
import org.facewright.generation.vec2face.growth.GrowJob;
import org.facewright.generation.vec2face.growth.GrowOrder;
import org.facewright.image.PngEncoder;
import org.facewright.image.RgbImage;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.Precision;
import org.facewright.inference.TestModels;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Generation;
import org.facewright.project.Identity;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a source of pictures to identities, with the real detector and recogniser. */
class ImagineJobTest {
  private static final Path KIT = Path.of("assets/facekit/ict_pack.npz");
  private static final InferenceSettings ONE =
      new InferenceSettings(Device.CPU, 1, 1, Precision.EXACT);
  private static final SamplingSettings SMALL =
      Preset.BASE.settings().withSize(64, 64).withScheduler(Scheduler.EULER, 3);

  @TempDir private static Path shared;
  @TempDir private Path work;
  private Installation installation;
  private Session session;

  @BeforeAll
  static void drawFaces() throws Exception {
    TestModels.faceplugin();
    FaceRenderer renderer = new FaceRenderer(FaceKit.open(KIT));
    for (int person = 1; person <= 2; person++) {
      write(
          renderer.preview(new IdentitySampler(5).sample(person), Shot.plain(), 320),
          "face" + person);
    }
  }

  private static void write(RgbImage picture, String name) throws Exception {
    Files.write(shared.resolve(name + ".png"), new PngEncoder().encode(picture));
  }

  @BeforeEach
  void open() throws Exception {
    Path data = Files.createDirectories(work.resolve("data"));
    Files.createSymbolicLink(
        data.resolve("models"), Path.of("target/test-models").toAbsolutePath());
    installation = new Installation(Path.of("."), data);
    Project.create(work.resolve("P"), "test").close();
    session = Session.open(work.resolve("P"), installation.inProcess(ONE));
  }

  @AfterEach
  void close() {
    session.close();
  }

  private ImagineOrder order(
      PictureSource.Kind kind, Path folder, int count, int tries, List<String> galleries)
      throws Exception {
    return new ImagineOrder(
        kind,
        folder.toString(),
        PromptPreset.STANDARD.space(),
        List.of(),
        count,
        1,
        SMALL,
        "faceplugin",
        installation.modelHash("faceplugin"),
        ReferenceGates.DEFAULT,
        galleries,
        tries);
  }

  private JobRecord run(ImagineOrder order) {
    return session
        .jobs()
        .runNow(session.jobs().submit(ImagineJob.NAME, "drawing", order.toJson()).id());
  }

  private Path folder(String... names) throws Exception {
    Path folder = Files.createDirectories(work.resolve("pictures"));
    for (String name : names) {
      int n = folder.toFile().list().length;
      Files.copy(shared.resolve(name + ".png"), folder.resolve(n + ".png"));
    }
    return folder;
  }

  @Test
  void facesBecomeIdentitiesAndLookAlikesDoNot() throws Exception {
    Path pictures = folder("face1", "face2", "face1");
    Files.writeString(
        pictures.resolve("1.json"), "{\"prompt\": \"a sailor\", \"seed\": 77, \"model\": \"far\"}");
    ImagineOrder order = order(PictureSource.Kind.PICTURES, pictures, 3, 4, List.of());
    JobRecord job = run(order);
    assertThat(job.state()).as(job.message()).isEqualTo(JobState.DONE);
    assertThat(job.message()).isEqualTo("2 of 3 references; refused: looks like somebody here 1");
    List<Identity> people = session.project().identities().all();
    assertThat(people).extracting(Identity::origin).containsOnly(Origin.SDXL).hasSize(2);
    FaceImage image = session.project().images().of(people.get(1).id()).getFirst();
    Generation from = session.project().generations().ofImage(image.id()).orElseThrow();
    assertThat(from.made().prompt()).isEqualTo("a sailor");
    assertThat(from.made().seed()).isEqualTo(77);
    assertThat(from.made().model()).isEqualTo("far");
    EmbeddingSet set = session.project().embeddings("faceplugin").orElseThrow();
    assertThat(set.contains(image.hash())).isTrue();
    assertThat(session.project().faces().crop(image.id())).isPresent();
    // The same order again adds nobody: there is nobody left to try.
    run(order);
    assertThat(session.project().identities().count()).isEqualTo(2);
  }

  @Test
  void whoLooksLikeTheProjectOrAGalleryIsRefused() throws Exception {
    Path pictures = folder("face1");
    run(order(PictureSource.Kind.PICTURES, pictures, 1, 1, List.of()));
    FaceImage first = session.project().images().find(1).orElseThrow();
    EmbeddingSet set = session.project().embeddings("faceplugin").orElseThrow();
    float[] row = new float[set.dim()];
    set.copy(set.row(first.hash()), row, 0);
    Path gallery = work.resolve("real.npy");
    Npy.write(gallery, new FloatMatrix(1, row.length, row));
    Path again = Files.createDirectories(work.resolve("again"));
    Files.copy(shared.resolve("face1.png"), again.resolve("a.png"));
    JobRecord twin = run(order(PictureSource.Kind.PICTURES, again, 1, 1, List.of()));
    assertThat(twin.message()).contains("0 of 1", "looks like somebody here 1");
    JobRecord leak =
        run(order(PictureSource.Kind.PICTURES, again, 1, 1, List.of(gallery.toString())));
    assertThat(leak.message()).contains("looks like a gallery 1");
    assertThat(session.project().identities().count()).isEqualTo(1);
    assertThat(session.jobs().failures(leak.id(), 5).getFirst().reason())
        .contains("no reference in 1 tries");
  }

  @Test
  void exactlyTheReferencesOfTheOrderAreExpandedAfterwards() throws Exception {
    run(order(PictureSource.Kind.PICTURES, folder("face1"), 1, 1, List.of()));
    Path more = Files.createDirectories(work.resolve("more"));
    Files.copy(shared.resolve("face1.png"), more.resolve("0.png"));
    Files.copy(shared.resolve("face2.png"), more.resolve("1.png"));
    String generator = Path.of("models/generator").toAbsolutePath().toString();
    ImagineOrder order =
        order(PictureSource.Kind.PICTURES, more, 2, 1, List.of()).then(new GrowWish(generator, 4));
    JobRecord drawn = run(order);
    assertThat(drawn.message()).endsWith("looks like somebody here 1; 1 x 4 variants are queued");
    // The first reference is of another order, and the second picture was refused.
    Identity fresh = session.project().identities().all().getLast();
    JobRecord queued = session.jobs().all().getLast();
    assertThat(queued.kind()).isEqualTo(GrowJob.NAME);
    assertThat(GrowOrder.fromJson(queued.settings()).people()).containsExactly(fresh.id());
    run(order);
    assertThat(session.jobs().all().stream().filter(job -> job.kind().equals(GrowJob.NAME)))
        .as("the same order queues nothing twice")
        .hasSize(1);
    // Nobody embedded the project for the generator: the aligned face serves.
    JobRecord grown = session.jobs().runNow(queued.id());
    assertThat(grown.state()).as(grown.message()).isEqualTo(JobState.DONE);
    assertThat(session.project().images().of(fresh.id())).hasSize(1 + 4);
    assertThat(session.project().identities().all()).extracting(Identity::images).contains(1, 5);
    assertThat(session.project().identities().count()).isEqualTo(2);
  }

  @Test
  void withoutAFaceAnotherSeedIsTriedAndCounted() throws Exception {
    Path model = LightModel.write(work);
    ImagineOrder order = order(PictureSource.Kind.SDXL, model, 2, 3, List.of());
    List<DrawingBoard.Drawing> steps = new ArrayList<>();
    session.drawing().hear(steps::add);
    JobRecord job = run(order);
    assertThat(job.state()).isEqualTo(JobState.DONE);
    assertThat(job.failed()).isEqualTo(2);
    assertThat(session.project().generations().outcomes(order.key()))
        .containsOnly(java.util.Map.entry(ReferenceOutcome.NO_FACE.name(), 6));
    assertThat(session.project().identities().count()).isZero();
    List<Generation> all = session.project().generations().newest(10);
    assertThat(all).extracting(each -> each.made().seed()).doesNotHaveDuplicates();
    assertThat(all).extracting(each -> each.made().prompt()).doesNotContain("").hasSize(6);
    assertThat(steps).hasSize(2 * 3 * 3);
    assertThat(steps.getFirst().step().picture().width()).isEqualTo(8);
    assertThat(steps.getFirst().secondsLeft()).isPositive();
    session.jobs().retry(job.id());
    session.jobs().runNow(job.id());
    assertThat(session.project().generations().outcomes(order.key())).containsEntry("NO_FACE", 12);
  }

  @Test
  void aStopBetweenStepsLosesOnlyThePictureAtHandAndTheJobGoesOn() throws Exception {
    Path model = LightModel.write(work);
    ImagineOrder order = order(PictureSource.Kind.SDXL, model, 2, 2, List.of());
    JobRecord job = session.jobs().submit(ImagineJob.NAME, "drawing", order.toJson());
    List<String> seen = new ArrayList<>();
    session
        .drawing()
        .hear(
            drawing -> {
              seen.add(drawing.attempt() + "/" + drawing.step().done());
              if (seen.size() == 5) {
                session.jobs().pause(job.id());
              }
            });
    assertThat(session.jobs().runNow(job.id()).state()).isEqualTo(JobState.PAUSED);
    assertThat(seen).containsExactly("0/1", "0/2", "0/3", "1/1", "1/2");
    assertThat(session.project().generations().tries(order.key())).containsEntry(0, 1);
    JobRecord ended = session.jobs().runNow(job.id());
    assertThat(ended.state()).isEqualTo(JobState.DONE);
    // The second try was drawn from its first step, the first was not drawn again.
    assertThat(seen.get(5)).isEqualTo("1/1");
    assertThat(seen).hasSize(5 + 3 * 3);
  }

  @Test
  void aModelThatIsNotThereFailsTheJobInOneSentence() throws Exception {
    ImagineOrder order = order(PictureSource.Kind.SDXL, work.resolve("nothing"), 1, 1, List.of());
    JobRecord job = run(order);
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.message()).contains("no model folder", "nothing");
    ImagineOrder unseen =
        new ImagineOrder(
            PictureSource.Kind.SDXL,
            "x",
            order.space(),
            List.of(),
            1,
            1,
            SMALL,
            "",
            "",
            order.gates(),
            List.of(),
            1);
    assertThat(run(unseen).message()).contains("nobody looked at");
  }

  @Test
  void anOrderReadBackIsTheSameText() throws Exception {
    ImagineOrder order = order(PictureSource.Kind.SDXL, work, 5, 4, List.of("a.npy"));
    ImagineOrder again = ImagineOrder.fromJson(order.toJson());
    assertThat(again.toJson()).isEqualTo(order.toJson());
    assertThat(again.key()).isEqualTo(order.key());
    assertThat(again.plan()).isEqualTo(order.plan());
  }
}
