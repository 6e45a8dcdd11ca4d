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
import org.facewright.clustering.CleanJob;
import org.facewright.clustering.CleanSettings;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.faces.AlignmentMode;
import org.facewright.gallery.EmbedJob;
import org.facewright.gallery.EmbedSettings;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.ModelTask;
import org.facewright.inference.models.ModelHome;
import org.facewright.project.ContentHash;
import org.facewright.project.DecisionKind;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Ruling;

/**
 * The rendered sample set as a project in which work is under way: imported, embedded, cleaned, a
 * few pictures decided. Embedded with an installed recogniser; where none is, with vectors planted
 * by the truth that comes with the sample.
 */
final class PicturedProject {
  private static final int DIM = 64;
  private static final String PLANTED = "planted";

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
      CleanSettings cleaning = new CleanSettings(embed(session), "default", .35, 2, 0);
      run(session, CleanJob.NAME, "Cleaning", cleaning.toJson());
      decide(session.project());
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
