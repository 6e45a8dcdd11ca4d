package org.facewright.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.facewright.bench.Frames;
import org.facewright.project.MadeProject;
import org.facewright.ui.wall.FacePicture;
import org.facewright.ui.wall.Wall;

/**
 * The whole window over a made project, headless: {@code WindowBench FOLDER IDENTITIES IMAGES}
 * makes the project; {@code WindowBench FOLDER} opens it and prints how long the first picture
 * took, how long the wall of all identities took, and the heap; {@code WindowBench FOLDER scroll}
 * draws frames as fast as they come and prints how long each takes while the wall scrolls.
 */
public final class WindowBench {
  private static final int FRAMES = 300;
  private final Path folder;
  private final Desktop desktop;
  private final Stage stage = new Stage();

  private WindowBench(Path folder, Path data) {
    this.folder = folder;
    Installation installation = new Installation(Path.of("."), data);
    desktop = new Desktop(installation, settings -> installation.noEngines());
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    if (!Files.exists(folder)) {
      long start = System.nanoTime();
      int identities = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
      int images = args.length > 2 ? Integer.parseInt(args[2]) : 50;
      MadeProject.make(folder, Path.of("assets/sample/images"), identities, images);
      System.out.printf("made in %.0f s%n", (System.nanoTime() - start) / 1e9);
      return;
    }
    // At full speed the idle window would take a core away from the opening.
    if (args.length > 1 && args[1].equals("scroll")) {
      System.setProperty("javafx.animation.fullspeed", "true");
    }
    Path data = Files.createTempDirectory("window-bench");
    new SettingsFile(data.resolve("settings.json")).put(UserSettings.ofThisMachine());
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          WindowBench bench = new WindowBench(folder, data);
          bench.run(done);
        });
    done.await();
    Platform.exit();
  }

  private void run(CountDownLatch end) {
    desktop.start(stage, null);
    stage.setWidth(1440);
    stage.setHeight(900);
    // The window is there and warm, as when somebody chooses a project in it.
    after(240, () -> open(end));
  }

  private void open(CountDownLatch end) {
    long start = System.nanoTime();
    double cpuBefore = cpu();
    desktop
        .ready()
        .subscribe(
            ready -> {
              if (ready) {
                System.out.printf(
                    "project open after %.2f s, CPU of the process %.2f s%n",
                    (System.nanoTime() - start) / 1e9, cpu() - cpuBefore);
              }
            });
    desktop.open(folder);
    when(
        stageNow -> pictured(),
        () -> {
          System.out.printf(
              "first picture after %.2f s, CPU of the process %.2f s%n",
              (System.nanoTime() - start) / 1e9, cpu() - cpuBefore);
          after(300, () -> wall(end));
        });
  }

  private void wall(CountDownLatch end) {
    long start = System.nanoTime();
    double cpuBefore = cpu();
    desktop.shell().panels().show("identities");
    when(
        stageNow -> wallNode() != null && pictured(),
        () -> {
          System.out.printf(
              "wall of all identities after %.2f s, CPU of the process %.2f s%n",
              (System.nanoTime() - start) / 1e9, cpu() - cpuBefore);
          after(120, () -> scroll(40, () -> scroll(400, () -> heap(end))));
        });
  }

  /** Of all threads, which a busy machine disturbs less than the clock. */
  private static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private Wall<?> wallNode() {
    return stage.getScene().lookup("#identity-wall") instanceof Wall<?> wall ? wall : null;
  }

  private boolean pictured() {
    for (Node node : stage.getScene().getRoot().lookupAll(".fw-face")) {
      if (node instanceof FacePicture face
          && face.isVisible()
          && face.getChildrenUnmodifiable().stream()
              .anyMatch(child -> child instanceof ImageView view && view.getImage() != null)) {
        return true;
      }
    }
    return false;
  }

  private void scroll(double pixels, Runnable then) {
    Wall<?> wall = wallNode();
    Frames[] frames = new Frames[1];
    frames[0] =
        new Frames(
            FRAMES,
            frame -> wall.scroll(frame < FRAMES * 2 / 3 ? pixels : -pixels),
            () -> {
              System.out.printf("scrolling %3.0f px a frame: %s%n", pixels, frames[0].summary());
              then.run();
            });
    frames[0].start();
  }

  private void heap(CountDownLatch end) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "heap in use after collection: %d MB of %d MB%n",
        (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
    desktop.stop();
    stage.hide();
    end.countDown();
  }

  private static void after(int frames, Runnable then) {
    Frames wait = new Frames(frames, frame -> {}, then);
    wait.start();
  }

  private void when(Predicate<Stage> condition, Runnable then) {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (condition.test(stage)) {
          stop();
          then.run();
        }
      }
    }.start();
  }
}
