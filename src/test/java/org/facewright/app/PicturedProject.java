package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.facewright.assembly.FreezeJob;
import org.facewright.assembly.FreezeSettings;
import org.facewright.clustering.CleanJob;
import org.facewright.clustering.CleanSettings;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.faces.AlignmentMode;
import org.facewright.gallery.EmbedJob;
import org.facewright.gallery.EmbedSettings;
import org.facewright.generation.render.RenderJob;
import org.facewright.generation.render.RenderOrder;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.ModelTask;
import org.facewright.inference.models.ModelHome;
import org.facewright.leakage.LeakCheck;
import org.facewright.leakage.LeakJob;
import org.facewright.leakage.LeakOrder;
import org.facewright.project.ContentHash;
import org.facewright.project.DecisionKind;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.DifficultyMeasure;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.training.job.TrainJob;
import org.facewright.training.job.TrainJobSettings;
import org.facewright.training.run.Curriculum;
import org.facewright.training.run.SettingsJson;
import org.facewright.training.run.TrainingSettings;

/**
 * The rendered sample set as a project in which work is under way: imported, embedded, cleaned, a
 * few pictures decided. Embedded with an installed recogniser; where none is, with vectors planted
 * by the truth that comes with the sample.
 */
final class PicturedProject {
  private static final int DIM = 64;
  private static final String PLANTED = "planted";
  private static final int NEW_PEOPLE = 8;
  private static final int NEW_SHOTS = 12;

  private final Installation installation;
  private final Path sample;

  PicturedProject(Installation installation) {
    this.installation = installation;
    sample = installation.sample().orElseThrow();
  }

  void make(Path folder) throws Exception {
    Project.create(folder, Version.current()).close();
    InferenceSettings inference = InferenceSettings.ofThisMachine();
    try (Session session = Session.open(folder, installation.inProcess(inference))) {
      // Imported from beside the project: provenance shows where pictures come from.
      Path faces = folder.resolveSibling("faces");
      copy(sample, faces);
      String pictures = faces.toAbsolutePath().normalize().toString();
      ImportSettings source =
          new ImportSettings("folders", pictures, null, null, "imported", false);
      run(session, ImportJob.NAME, "Importing faces", source.toJson());
      String model = embed(session);
      CleanSettings cleaning = new CleanSettings(model, "default", .35, 2, 0);
      run(session, CleanJob.NAME, "Cleaning", cleaning.toJson());
      decide(session.project());
      if (!model.equals(PLANTED)) {
        grow(session, folder.resolveSibling("new-faces").toAbsolutePath().normalize(), model);
      }
    }
  }

  /** New people, compared, put together and learnt for a while. */
  private void grow(Session session, Path pictures, String model) throws Exception {
    RenderOrder order =
        new RenderOrder(
            installation.faceKit().orElseThrow().toAbsolutePath().toString(),
            pictures.toString(),
            NEW_PEOPLE,
            NEW_SHOTS,
            3,
            112,
            true,
            false);
    run(session, RenderJob.NAME, "Rendering people", order.toJson());
    ImportSettings made = ImportSettings.made(pictures.toString(), Origin.RENDERED);
    run(session, ImportJob.NAME, "Importing new faces", made.toJson());
    embed(session);
    LeakOrder leaks = LeakOrder.of(model, List.of(LeakCheck.realPeople()));
    run(session, LeakJob.NAME, "Leak check", leaks.toJson());
    ReleaseRecipe recipe =
        ReleaseRecipe.measured().withImages(20, 8).withDifficulty(DifficultyMeasure.SPREAD, model);
    String freeze = new FreezeSettings("faces", recipe, "somebody").toJson();
    run(session, FreezeJob.NAME, FreezeJob.title("faces"), freeze);
    TrainingSettings laptop =
        SettingsJson.read(
            "{\"architecture\": \"compact\", \"epochs\": 3, \"precision\": \"BF16\", \"heldOut\": 0.2,"
                + " \"heldOutPairs\": 300}",
            TrainingSettings.laptop());
    for (CurriculumPlan plan : List.of(CurriculumPlan.measured(3), CurriculumPlan.shuffled(3))) {
      TrainJobSettings run =
          TrainJobSettings.on(
              "faces-v1", plan.name(), laptop.with(Curriculum.of(plan, 3)), List.of());
      run(session, TrainJob.NAME, TrainJob.title(plan.name()), run.toJson());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.sorted().toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  private static void run(Session session, String kind, String title, String settings) {
    session.jobs().runNow(session.jobs().submit(kind, title, settings).id());
  }

  /** Returns the model's name. */
  private String embed(Session session) throws Exception {
    Optional<String> installed =
        installation.models(Installation.runtime()).list().stream()
            .filter(listed -> listed.model().task() == ModelTask.EMBEDDER)
            .filter(listed -> listed.state() == ModelHome.State.INSTALLED)
            .map(listed -> listed.model().name())
            .findFirst();
    if (installed.isEmpty()) {
      plant(session.project());
      return PLANTED;
    }
    String model = installed.get();
    EmbedSettings settings =
        new EmbedSettings(
            model,
            installation.modelHash(model),
            AlignmentMode.ALIGNED,
            false,
            EmbeddingFile.Type.FLOAT32);
    run(session, EmbedJob.NAME, "Embedding with " + model, settings.toJson());
    return model;
  }

  private void plant(Project project) throws IOException {
    Map<String, String> people = people();
    EmbeddingSet set = project.embeddings(PLANTED, DIM, EmbeddingFile.Type.FLOAT32);
    for (Identity identity : project.identities().all()) {
      List<FaceImage> images = project.images().of(identity.id());
      float[] rows = new float[images.size() * DIM];
      ContentHash[] hashes = new ContentHash[images.size()];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = images.get(i).hash();
        String name = identity.label() + "/" + images.get(i).name();
        vector(String.valueOf(people.get(name)), name, rows, i * DIM);
      }
      set.add(hashes, rows);
    }
  }

  /** Who is really on each picture. */
  private Map<String, String> people() throws IOException {
    Map<String, String> people = new HashMap<>();
    for (String line : Files.readAllLines(sample.resolveSibling("truth.csv"))) {
      String[] cells = line.split(",");
      people.put(cells[0] + "/" + cells[1], cells[2]);
    }
    return people;
  }

  private static void vector(String who, String shot, float[] rows, int at) {
    SplittableRandom person = new SplittableRandom(who.hashCode());
    SplittableRandom noise = new SplittableRandom(shot.hashCode());
    double spread = .35 + .5 * noise.nextDouble();
    for (int i = 0; i < DIM; i++) {
      rows[at + i] = (float) (person.nextGaussian() + spread * noise.nextGaussian());
    }
  }

  /** Somebody has spoken about the first doubtful pictures. */
  private static void decide(Project project) throws IOException {
    int spoken = 0;
    for (Identity identity : project.identities().all()) {
      for (FaceImage image : project.images().of(identity.id())) {
        if (image.state() == ImageState.AMBIGUOUS && spoken++ < 6) {
          ImageState state = spoken % 3 == 0 ? ImageState.REJECTED : ImageState.KEPT;
          project
              .decisions()
              .decide("ada", DecisionKind.JUDGE, "", List.of(Ruling.of(image.id(), state)));
        }
      }
    }
  }
}
