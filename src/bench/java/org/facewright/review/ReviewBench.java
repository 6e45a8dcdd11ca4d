package org.facewright.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.facewright.gallery.FaceKey;
import org.facewright.gallery.FaceSource;
import org.facewright.image.ImageDecoder;
import org.facewright.jobs.Workers;
import org.facewright.project.DrawnImages;
import org.facewright.project.Project;
import org.facewright.ui.action.Actions;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.job.NoJobs;
import org.facewright.ui.shell.Shell;
import org.facewright.ui.shell.WindowMemory;
import org.facewright.ui.theme.Appearance;
import org.facewright.ui.wall.Thumbnails;

/**
 * How long a verdict takes: until it is on the disk, and from the key until the pulse after the one
 * that laid the next face out. Headless, software rendering.
 */
public final class ReviewBench {
  private static final int IDENTITIES = 120;
  private static final int VERDICTS = 200;

  private ReviewBench() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("facewright-review");
    durable(folder.resolve("durable"));
    painted(folder.resolve("painted"));
    Platform.exit();
  }

  private static void durable(Path folder) throws Exception {
    DrawnImages.make(folder, IDENTITIES);
    try (Project project = Project.open(folder, "bench");
        ReviewBooks books = new ReviewBooks(project)) {
      ReviewSession session =
          new ReviewSession(
              new ProjectReview(books, "bench", Clock.systemUTC()),
              ReviewMode.OPEN,
              QueueSettings.DEFAULT,
              Clock.systemUTC());
      double[] millis = new double[VERDICTS];
      for (int i = 0; i < VERDICTS; i++) {
        Set<ImageRef> now = Set.of(session.sight().orElseThrow().now().question().image());
        long start = System.nanoTime();
        session.answer(now, Verdict.of(Answer.SAME), 0, false);
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
      print("on the disk", millis);
    }
  }

  private static void painted(Path folder) throws Exception {
    DrawnImages.make(folder, IDENTITIES);
    try (Project project = Project.open(folder, "bench");
        ReviewBooks books = new ReviewBooks(project);
        Workers worker = new Workers("review", 1);
        Workers decoders = new Workers("decode", 2)) {
      ReviewModel model = show(folder, project, books, worker, decoders);
      Thread.sleep(3000);
      double[] millis = new double[VERDICTS];
      for (int i = 0; i < VERDICTS; i++) {
        millis[i] = one(model);
        Thread.sleep(60);
      }
      print("next face painted", millis);
    }
  }

  private static double one(ReviewModel model) throws Exception {
    CompletableFuture<Long> painted = new CompletableFuture<>();
    AtomicReference<Subscription> watch = new AtomicReference<>(Subscription.EMPTY);
    long[] start = new long[1];
    Platform.runLater(
        () -> {
          Scene scene = javafx.stage.Window.getWindows().getFirst().getScene();
          Object before = model.sight().get();
          watch.set(
              model
                  .sight()
                  .subscribe(
                      seen -> {
                        if (seen != before) {
                          afterPulse(scene, painted);
                        }
                      }));
          start[0] = System.nanoTime();
          model.answer(Verdict.of(Answer.SAME), Set.of());
        });
    long end = painted.get(60, TimeUnit.SECONDS);
    Platform.runLater(() -> watch.get().unsubscribe());
    return (end - start[0]) / 1e6;
  }

  private static void afterPulse(Scene scene, CompletableFuture<Long> painted) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            Platform.runLater(() -> painted.complete(System.nanoTime()));
          }
        });
    Platform.requestNextPulse();
  }

  private static ReviewModel show(
      Path folder, Project project, ReviewBooks books, Workers worker, Workers decoders)
      throws Exception {
    AtomicReference<ReviewModel> model = new AtomicReference<>();
    CountDownLatch shown = new CountDownLatch(1);
    Platform.startup(
        () -> {
          model.set(window(folder, project, books, worker, decoders));
          shown.countDown();
        });
    shown.await(60, TimeUnit.SECONDS);
    return model.get();
  }

  private static ReviewModel window(
      Path folder, Project project, ReviewBooks books, Workers worker, Workers decoders) {
    Actions actions = new Actions();
    Shell shell =
        new Shell(
            actions,
            new Appearance(),
            new JobBoard(),
            new NoJobs(),
            new WindowMemory(folder.resolve("window.properties")));
    ReviewModel model =
        new ReviewModel(books, "bench", worker, () -> {}, said -> {}, System.err::println);
    FaceSource faces = new FaceSource(project, new ImageDecoder());
    Thumbnails<Long> thumbnails =
        new Thumbnails<>(
            (id, edge) -> faces.thumbnail(FaceKey.image(id), edge), decoders, 2, 64L << 20);
    shell.pages(List.of(new ReviewPanel(model, actions, thumbnails, shell.overlay(), List.of())));
    Stage stage = new Stage();
    shell.open(stage);
    stage.setWidth(1300);
    stage.setHeight(850);
    return model;
  }

  private static void print(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "%-20s median %6.1f ms   p95 %6.1f ms   worst %6.1f ms%n",
        what,
        millis[millis.length / 2],
        millis[millis.length * 95 / 100],
        millis[millis.length - 1]);
  }
}
