package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.facewright.review.Answer;
import org.facewright.review.BundleDesk;
import org.facewright.review.ProjectReview;
import org.facewright.review.Question;
import org.facewright.review.QueueSettings;
import org.facewright.review.ReviewMode;
import org.facewright.review.Verdict;
import org.facewright.ui.snapshot.ThemeTour;

/**
 * Writes pictures of the pages Verdicts and Review over the rendered sample set, and of a bundle
 * from it: {@code JudgingPictures FOLDER}. A model is simulated, so nothing leaves.
 */
public final class JudgingPictures {
  private static final Duration SETTLE = Duration.ofMillis(2500);
  private static final double WIDTH = 1360;
  private static final double HEIGHT = 860;

  private JudgingPictures() {}

  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory("facewright-judging");
    Installation installation = new Installation(Path.of("."), work.resolve("data"));
    Files.createDirectories(installation.data());
    Path folder = work.resolve("my-project");
    Path pictures = installation.sample().orElseThrow();
    command("new", folder);
    command("import", "-p", folder, pictures);
    command("embed", "-p", folder, "--model", ReadyRecognisers.BUILT_IN, "--alignment", "ALIGNED");
    command("clean", "-p", folder);
    Path bundle = work.resolve("review.zip");
    command("verdict", "-p", folder, "--simulate", pictures.resolveSibling("truth.csv"));
    try (Session session = Session.open(folder, installation.noEngines())) {
      review(session, "somebody", ReviewMode.OPEN, 14);
      review(session, "ada", ReviewMode.SECOND, 9);
      new BundleDesk(session.reviews(), Clock.systemUTC())
          .export(bundle, ReviewMode.OPEN, "ada", "", 200, true);
    }
    new SettingsFile(installation.data().resolve("settings.json"))
        .put(UserSettings.ofThisMachine());
    Path target = Path.of(args[0]);
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> tour(installation, folder, bundle, target, done::countDown));
    done.await();
    Platform.exit();
  }

  private static void command(Object... words) {
    String[] line = Arrays.stream(words).map(String::valueOf).toArray(String[]::new);
    if (CommandTree.create().execute(line) != ExitCodes.DONE) {
      throw new IllegalStateException(String.join(" ", line));
    }
  }

  /** Some answers: each third differs from what the experts think. */
  private static void review(Session session, String person, ReviewMode mode, int answers)
      throws IOException {
    ProjectReview desk = new ProjectReview(session.reviews(), person, Clock.systemUTC());
    List<Question> asked =
        desk.queue(mode, QueueSettings.DEFAULT).stream()
            .flatMap(screen -> screen.questions().stream())
            .limit(answers)
            .toList();
    for (int i = 0; i < asked.size(); i++) {
      boolean bad = asked.get(i).probabilityBad() > .5 ^ i % 3 == 0;
      Verdict verdict = Verdict.of(bad ? Answer.OTHER : Answer.SAME);
      desk.answer(mode, List.of(asked.get(i)), verdict, 900, false);
    }
  }

  private static void tour(
      Installation installation, Path folder, Path bundle, Path target, Runnable done) {
    Desktop desktop = new Desktop(installation, installation::inProcess);
    desktop.look().reducedMotion().set(true);
    desktop.shell().hints().wanted().set(false);
    Stage stage = new Stage();
    desktop.start(stage, null);
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    ThemeTour tour = new ThemeTour(stage.getScene(), desktop.look(), target);
    List<ThemeTour.Stop> stops = new ArrayList<>();
    stops.add(new ThemeTour.Stop("home", () -> desktop.open(folder), SETTLE.multipliedBy(2)));
    stops.add(stop("verdicts", () -> act(desktop, "go.verdicts")));
    stops.add(stop("verdict-seen", () -> chooseFirst(stage)));
    stops.add(stop("experts", () -> scrollToTheExperts(stage)));
    stops.add(stop("prices", () -> act(desktop, "verdicts.prices")));
    stops.add(stop("review", () -> closeAnd(desktop, "go.review")));
    stops.add(stop("standing", () -> act(desktop, "review.standing")));
    stops.add(
        new ThemeTour.Stop(
            "bundle",
            () -> {
              desktop.shell().overlay().close();
              desktop.open(bundle);
            },
            SETTLE.multipliedBy(2)));
    tour.run(
        stops,
        () -> {
          desktop.stop();
          stage.hide();
          done.run();
        });
  }

  private static void closeAnd(Desktop desktop, String action) {
    desktop.shell().overlay().close();
    act(desktop, action);
  }

  private static void scrollToTheExperts(Stage stage) {
    Node node = stage.getScene().lookup("#verdict-weighing");
    while (node != null && !(node instanceof ScrollPane)) {
      node = node.getParent();
    }
    if (node instanceof ScrollPane scroll) {
      scroll.setVvalue(1);
    }
  }

  private static void chooseFirst(Stage stage) {
    if (stage.getScene().lookup("#verdict-wall") instanceof org.facewright.ui.wall.Wall<?> wall) {
      wall.selection().choose(1);
    }
  }

  private static ThemeTour.Stop stop(String name, Runnable go) {
    return new ThemeTour.Stop(name, go, SETTLE);
  }

  private static void act(Desktop desktop, String action) {
    desktop.actions().find(action).ifPresent(desktop.actions()::run);
  }
}
