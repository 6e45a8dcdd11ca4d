package org.facewright.app;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.facewright.clustering.CleanJob;
import org.facewright.clustering.CleanSettings;
import org.facewright.exchange.ExportJob;
import org.facewright.exchange.ExportSettings;
import org.facewright.faces.AlignmentMode;
import org.facewright.gallery.EmbedJob;
import org.facewright.gallery.EmbedSettings;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.ImageState;
import org.facewright.ui.text.Texts;

/** Sets the stages of the work going in the open project. */
final class StageDesk {
  private static final Texts TEXTS = Texts.of(StageDesk.class);
  private static final int CROP = 112;
  private static final String RECOMMENDED = "faceplugin";

  private final Desktop desktop;

  StageDesk(Desktop desktop) {
    this.desktop = desktop;
  }

  private interface Stage {
    String submit(Session session) throws Exception;
  }

  private void begin(Stage stage) {
    begin(stage, title -> desktop.shell().notices().tell(TEXTS.get("job.begun", title)));
  }

  private void begin(Stage stage, Consumer<String> begun) {
    desktop
        .bench()
        .ifPresent(
            bench ->
                desktop.inBackground(
                    () -> stage.submit(bench.session()),
                    begun,
                    desktop.shell().notices()::problem));
  }

  private static String submit(Session session, String kind, String title, String settings) {
    JobQueue jobs = session.jobs();
    JobRecord known = jobs.unfinished(kind, settings);
    if (known == null) {
      jobs.submit(kind, title, settings);
    } else if (known.state() == JobState.PAUSED) {
      jobs.resume(known.id());
    }
    return title;
  }

  /**
   * Embeds with the project's model, else with an installed recogniser, else with the built-in one.
   */
  void embed() {
    begin(
        session -> {
          String model = recogniser(session.project().embeddingModels());
          EmbedSettings settings =
              new EmbedSettings(
                  model,
                  desktop.installation().modelHash(model),
                  alignment(session),
                  false,
                  EmbeddingFile.Type.FLOAT32);
          return submit(
              session, EmbedJob.NAME, TEXTS.get("job.embedding", model), settings.toJson());
        },
        this::embedding);
  }

  private void embedding(String title) {
    if (!title.equals(TEXTS.get("job.embedding", ReadyRecognisers.BUILT_IN))) {
      desktop.shell().notices().tell(TEXTS.get("job.begun", title));
      return;
    }
    desktop
        .shell()
        .notices()
        .offer(
            TEXTS.get("embed.built-in"),
            TEXTS.get("embed.install", RECOMMENDED),
            () -> desktop.installModel(RECOMMENDED));
  }

  /** Where every picture is an aligned crop, no detector has to be installed. */
  /** Crops of the usual size are aligned already: nothing need be installed that finds faces. */
  static AlignmentMode alignment(Session session) {
    return session.project().images().allAre(CROP, CROP)
        ? AlignmentMode.ALIGNED
        : AlignmentMode.AUTO;
  }

  private String recogniser(List<String> used) {
    List<String> installed = ReadyRecognisers.names(desktop.installation());
    if (installed.isEmpty()) {
      throw new UserException(TEXTS.get("embed.no-recogniser"));
    }
    return installed.stream().filter(used::contains).findFirst().orElse(installed.getFirst());
  }

  void clean() {
    begin(
        session -> {
          List<String> models = session.project().embeddingModels();
          if (models.isEmpty()) {
            throw new IOException(TEXTS.get("clean.nothing"));
          }
          CleanSettings settings = new CleanSettings(models.getFirst(), "default", .35, 2, 0);
          return submit(session, CleanJob.NAME, TEXTS.get("job.cleaning"), settings.toJson());
        });
  }

  void export(ExportChoice choice) {
    begin(
        session -> {
          ExportSettings settings =
              new ExportSettings(
                  choice.format(),
                  choice.target().toAbsolutePath().normalize().toString(),
                  false,
                  EnumSet.of(ImageState.KEPT),
                  choice.least(),
                  false,
                  null,
                  "");
          String title = TEXTS.get("job.exporting", choice.target().getFileName());
          return submit(session, ExportJob.NAME, title, settings.toJson());
        });
  }
}
