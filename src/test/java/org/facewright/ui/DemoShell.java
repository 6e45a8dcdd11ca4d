package org.facewright.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.job.JobCommands;
import org.facewright.ui.job.JobPhase;
import org.facewright.ui.job.JobRow;
import org.facewright.ui.shell.DropTarget;
import org.facewright.ui.shell.Shell;
import org.facewright.ui.shell.WindowMemory;
import org.facewright.ui.snapshot.ThemeTour;
import org.facewright.ui.theme.Appearance;

/**
 * The window with made-up content: {@code DemoShell} shows it, {@code DemoShell FOLDER} writes a
 * picture of every page in both themes.
 */
public final class DemoShell {
  private final Actions actions = new Actions();
  private final JobBoard board = new JobBoard();
  private Shell shell;
  private Appearance look;

  public static void main(String[] args) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
      CountDownLatch done = new CountDownLatch(1);
      Platform.startup(() -> new DemoShell().start(args, executor, done));
      done.await();
      Platform.exit();
    }
  }

  private void start(String[] args, ExecutorService executor, CountDownLatch done) {
    try {
      Path memory = Files.createTempDirectory("facewright-demo").resolve("window.properties");
      look = new Appearance();
      shell = new Shell(actions, look, board, commands(), new WindowMemory(memory));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    addActions();
    addJobs();
    shell.projectName().set("Sample project");
    shell.device().set("CPU  ·  2 threads  ·  1.2 GB");
    shell.pages(new DemoPanels(executor).all());
    DropTarget drop =
        new DropTarget(
            paths -> true, paths -> shell.notices().done("Importing " + paths.getFirst() + "."));
    shell.dropTarget(drop);
    Stage stage = new Stage();
    stage.setTitle("Facewright");
    stage.setOnHidden(event -> done.countDown());
    shell.open(stage);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1440);
    stage.setHeight(900);
    if (args.length > 0) {
      new ThemeTour(stage.getScene(), look, Path.of(args[0])).run(stops(), stage::hide);
    }
  }

  private List<ThemeTour.Stop> stops() {
    Duration settle = Duration.ofMillis(1500);
    List<ThemeTour.Stop> stops = new java.util.ArrayList<>();
    for (String id : List.of("home", "identities", "clusters", "review", "map", "training")) {
      stops.add(new ThemeTour.Stop(id, () -> shell.panels().show(id), settle));
    }
    stops.add(
        new ThemeTour.Stop(
            "jobs",
            () -> {
              shell.panels().show("identities");
              shell.toggleDrawer();
            },
            settle));
    stops.add(
        new ThemeTour.Stop(
            "notices",
            () -> {
              shell.toggleDrawer();
              shell.notices().done("Rejected 12 images of 000417.", "Undo", () -> {});
              shell
                  .notices()
                  .problem("The folder lfw holds no pictures: choose the folder above it.");
              shell.notices().tell("Model faceplugin is installed and verified.");
            },
            settle));
    stops.add(
        new ThemeTour.Stop(
            "palette",
            () -> {
              actions.find("window.palette").ifPresent(actions::run);
              ((javafx.scene.control.TextField) shell.root().lookup("#palette-query"))
                  .setText("re");
            },
            settle));
    stops.add(
        new ThemeTour.Stop(
            "keys",
            () -> {
              shell.overlay().close();
              actions.find("window.keys").ifPresent(actions::run);
            },
            settle));
    return stops;
  }

  private void addActions() {
    List<Action> project =
        List.of(
            Action.of(
                    "project.open",
                    "Project",
                    "Open project…",
                    "Opens another project folder.",
                    () -> {})
                .icon("fth-folder")
                .key("Shortcut+O"),
            Action.of(
                    "project.new",
                    "Project",
                    "New project…",
                    "Makes an empty project in a folder.",
                    () -> {})
                .icon("fth-folder-plus")
                .key("Shortcut+N"));
    List<Action> rest =
        List.of(
            Action.of(
                    "project.import",
                    "Project",
                    "Import…",
                    "Imports a folder, an archive or an LMDB file.",
                    () -> {})
                .icon("fth-download")
                .key("Shortcut+I"),
            Action.of(
                    "project.export",
                    "Project",
                    "Export…",
                    "Writes the consistent set in another format.",
                    () -> {})
                .icon("fth-upload")
                .key("Shortcut+E"));
    actions.addAll(project);
    actions.addAll(rest);
    shell.menu(List.of(project, rest));
    actions.add(
        Action.of("review.keep", "Review", "Keep", "The picture shows this person.", () -> {})
            .icon("fth-check")
            .key("K"));
    actions.add(
        Action.of("review.reject", "Review", "Reject", "The picture shows somebody else.", () -> {})
            .icon("fth-x")
            .key("X"));
    actions.add(
        Action.of(
                "review.move",
                "Review",
                "Move to identity…",
                "Moves the picture to another identity.",
                () -> {})
            .icon("fth-corner-up-right")
            .key("M"));
    actions.add(
        Action.of("edit.undo", "Edit", "Undo", "Takes back the last decision.", () -> {})
            .icon("fth-rotate-ccw")
            .key("U"));
    actions.add(
        Action.of("edit.redo", "Edit", "Redo", "Does it again.", () -> {})
            .icon("fth-rotate-cw")
            .key("Shift+U"));
  }

  private void addJobs() {
    JobRow failed = new JobRow(1, "Install model Vec2Face");
    failed.phase().set(JobPhase.FAILED);
    failed.problem().set("The file vec2face.pth ends after 120 of 696 MB: download it again.");
    board.add(failed);
    JobRow queued = new JobRow(2, "Map of all identities (UMAP)");
    board.add(queued);
    JobRow running = new JobRow(3, "Embedding");
    running.phase().set(JobPhase.RUNNING);
    running.unit().set("img");
    running.total().set(50_000);
    running.done().set(12_480);
    running.rate().set(212);
    running.secondsLeft().set(177);
    running.failures().set(3);
    running.say("12:01:07  batch 195 in 302 ms");
    board.add(running);
  }

  private JobCommands commands() {
    return new JobCommands() {
      @Override
      public void pause(long job) {
        board.find(job).ifPresent(row -> row.phase().set(JobPhase.PAUSED));
      }

      @Override
      public void resume(long job) {
        board.find(job).ifPresent(row -> row.phase().set(JobPhase.RUNNING));
      }

      @Override
      public void cancel(long job) {
        board.find(job).ifPresent(row -> row.phase().set(JobPhase.CANCELLED));
      }

      @Override
      public void retry(long job) {
        board.find(job).ifPresent(row -> row.phase().set(JobPhase.QUEUED));
      }
    };
  }
}
