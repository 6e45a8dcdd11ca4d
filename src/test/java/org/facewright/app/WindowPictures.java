package org.facewright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.facewright.evaluation.EvaluateJob;
import org.facewright.experiment.ExperimentDraft;
import org.facewright.experiment.Question;
import org.facewright.gallery.map.MapJob;
import org.facewright.gallery.map.MapMethod;
import org.facewright.gallery.map.MapSettings;
import org.facewright.project.Identity;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.snapshot.ThemeTour;

/**
 * Writes a picture of every page in both themes: {@code WindowPictures [FOLDER]}, the folder {@code
 * docs/images} unless another is named. Its content is the rendered sample set, never a photograph.
 * Where FACEWRIGHT_DATA names a folder with an installed recogniser, that one has embedded the
 * faces.
 */
public final class WindowPictures {
  private static final Duration SETTLE = Duration.ofMillis(2500);

  /** Judging 600 pictures takes some seconds. */
  private static final int EVALUATING = 6;

  private static final Path FACE_KIT = Path.of("assets/facekit/ict_pack.npz");
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 760;

  private WindowPictures() {}

  public static void main(String[] args) throws Exception {
    // A name without numbers, since it can be read on the pictures.
    Path work = Path.of(System.getProperty("java.io.tmpdir"), "facewright-pictures");
    if (Files.exists(work)) {
      throw new IllegalStateException(work + " is in the way: remove it first");
    }
    Files.createDirectories(work);
    Path folder = work.resolve("my-project");
    String data = System.getenv(Installation.DATA_VARIABLE);
    Path models = data == null ? work.resolve("data") : Path.of(data);
    Path program = Path.of(".");
    new PicturedProject(new Installation(program, models)).make(folder);
    if (Files.exists(FACE_KIT) && Files.isDirectory(models.resolve("models/faceplugin"))) {
      new PicturedReferences(new Installation(program, models), work).make(folder);
    }
    // The window's own memory is fresh, so that the pictures are the same on every machine.
    Path fresh = Files.createDirectories(work.resolve("data"));
    if (!Files.exists(fresh.resolve("models")) && Files.isDirectory(models.resolve("models"))) {
      Files.createSymbolicLink(
          fresh.resolve("models"), models.resolve("models").toAbsolutePath().normalize());
    }
    Installation installation = new Installation(program, fresh);
    if (Files.exists(FACE_KIT)) {
      Files.writeString(
          fresh.resolve("facekit.txt"), FACE_KIT.toAbsolutePath().normalize().toString());
    }
    if (Files.isDirectory(work.resolve("model"))) {
      Files.writeString(fresh.resolve("sdxl.txt"), work.resolve("model").toString());
    }
    new SettingsFile(fresh.resolve("settings.json")).put(UserSettings.ofThisMachine());
    Path target = Path.of(args.length > 0 ? args[0] : "docs/images");
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> tour(installation, folder, target, done::countDown));
    done.await();
    Platform.exit();
  }

  private static void tour(Installation installation, Path folder, Path target, Runnable done) {
    Desktop desktop = new Desktop(installation, installation::inProcess);
    desktop.look().reducedMotion().set(true);
    desktop.shell().hints().wanted().set(false);
    Stage stage = new Stage();
    desktop.start(stage, null);
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    stage.setX(0);
    stage.setY(0);
    ThemeTour tour = new ThemeTour(stage.getScene(), desktop.look(), target);
    tour.run(
        List.of(
            stop("welcome", () -> {}),
            new ThemeTour.Stop("home", () -> desktop.open(folder), SETTLE.multipliedBy(2))),
        () ->
            tour.run(
                stops(desktop),
                () -> {
                  desktop.stop();
                  stage.hide();
                  done.run();
                }));
  }

  /** Every page of the project, then what opens above them. */
  private static List<ThemeTour.Stop> stops(Desktop desktop) {
    List<ThemeTour.Stop> stops = new ArrayList<>();
    for (Panel page : desktop.shell().panels().all()) {
      if (page.id().equals("map")) {
        stops.add(new ThemeTour.Stop("map", () -> map(desktop), SETTLE.multipliedBy(2)));
      } else if (page.id().equals("generate")) {
        stops.add(
            new ThemeTour.Stop(
                "render", () -> act(desktop, "generate.rendered"), SETTLE.multipliedBy(2)));
        stops.add(
            new ThemeTour.Stop(
                "imagine", () -> act(desktop, "generate.diffusion"), SETTLE.multipliedBy(2)));
        stops.add(stop("vec2face", () -> act(desktop, "generate.vec2face")));
      } else if (page.id().equals("evaluation")) {
        stops.add(
            new ThemeTour.Stop(
                "evaluation", () -> evaluation(desktop), SETTLE.multipliedBy(EVALUATING)));
      } else if (page.id().equals("experiments")) {
        stops.add(
            new ThemeTour.Stop("experiments", () -> experiment(desktop), SETTLE.multipliedBy(2)));
      } else if (!page.id().equals("home")) {
        stops.add(stop(page.id(), () -> act(desktop, "go." + page.id())));
      }
    }
    stops.add(stop("identity", () -> openMostCut(desktop)));
    stops.add(stop("large", () -> act(desktop, "identities.large")));
    stops.add(sheet(desktop, "move", "identities.move"));
    stops.add(
        stop(
            "jobs",
            () -> {
              desktop.shell().overlay().close();
              act(desktop, "go.home");
              desktop.shell().toggleDrawer();
            }));
    stops.add(
        stop(
            "settings",
            () -> {
              desktop.shell().toggleDrawer();
              act(desktop, "window.settings");
            }));
    stops.add(sheet(desktop, "guide", "help.guide"));
    stops.add(sheet(desktop, "doctor", "help.doctor"));
    stops.add(sheet(desktop, "about", "window.about"));
    stops.add(sheet(desktop, "export", "project.export"));
    stops.add(sheet(desktop, "palette", "window.palette"));
    stops.add(sheet(desktop, "keys", "window.keys"));
    return stops;
  }

  /** The tour comes by once a theme; one evaluation is enough for both. */
  private static void evaluation(Desktop desktop) {
    act(desktop, "go.evaluation");
    Session session = desktop.bench().orElseThrow().session();
    if (session.jobs().all().stream().noneMatch(job -> job.kind().equals(EvaluateJob.NAME))) {
      desktop
          .installation()
          .samplePairs()
          .ifPresent(pairs -> submitEvaluation(desktop, session, pairs));
    }
  }

  private static void submitEvaluation(Desktop desktop, Session session, Path pairs) {
    try {
      new EvaluationDesk(desktop.installation(), session.jobs())
          .evaluate(ReadyRecognisers.BUILT_IN, List.of(pairs), "", false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** New people beside the source, once for both themes. */
  private static void experiment(Desktop desktop) {
    act(desktop, "go.experiments");
    Session session = desktop.bench().orElseThrow().session();
    try {
      ExperimentDesk desk =
          new ExperimentDesk(session.project(), session.jobs(), desktop.installation());
      if (desk.all().all().isEmpty()) {
        String model = session.project().embeddingModels().getFirst();
        desk.start(
            new ExperimentDraft(
                "generation",
                Question.GENERATION,
                List.of(1L, 2L, 3L, 4L, 5L),
                "{}",
                List.of(),
                null,
                model,
                100));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void map(Desktop desktop) {
    act(desktop, "go.map");
    Session session = desktop.bench().orElseThrow().session();
    try {
      String model = session.project().embeddingModels().getFirst();
      MapSettings settings = MapSettings.of(model, MapMethod.TSNE, 0);
      session.jobs().submit(MapJob.NAME, settings.method().label(), settings.toJson());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ThemeTour.Stop stop(String name, Runnable go) {
    return new ThemeTour.Stop(name, go, SETTLE);
  }

  private static ThemeTour.Stop sheet(Desktop desktop, String name, String action) {
    return stop(
        name,
        () -> {
          desktop.shell().overlay().close();
          act(desktop, action);
        });
  }

  private static void act(Desktop desktop, String action) {
    desktop.actions().find(action).ifPresent(desktop.actions()::run);
  }

  private static void openMostCut(Desktop desktop) {
    Workbench bench = desktop.bench().orElseThrow();
    Identity worst =
        bench.session().project().identities().all().stream()
            .max(Comparator.comparingInt(identity -> identity.rejected() + identity.ambiguous()))
            .orElseThrow();
    bench.open(worst);
  }
}
