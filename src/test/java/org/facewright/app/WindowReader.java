package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.facewright.project.DrawnImages;
import org.facewright.ui.snapshot.Snapshots;

/**
 * Reads every word of the window's pages in the language this process was started with, and says
 * which are cut off: {@code WindowReader WORK}. Into that folder go {@code words.txt} (page, {@code
 * says} or {@code cut}, text, with tabs between) and a picture of each page.
 */
public final class WindowReader {
  private static final int PATIENCE = 200;
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final List<String> PAGES =
      List.of(
          "clusters",
          "verdicts",
          "generate",
          "leakage",
          "curriculum",
          "training",
          "evaluation",
          "experiments",
          "models");

  private final Path work;
  private final List<String> lines = new ArrayList<>();
  private Desktop desktop;

  private WindowReader(Path work) {
    this.work = work;
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> {});
    try {
      new WindowReader(Path.of(args[0])).read();
    } finally {
      Platform.exit();
    }
  }

  private void read() throws Exception {
    Path project = work.resolve("project");
    DrawnImages.make(project, 3);
    Path models = Files.createDirectories(work.resolve("program/models"));
    Files.copy(Path.of("models/catalog.json"), models.resolve("catalog.json"));
    Installation installation = new Installation(work.resolve("program"), work.resolve("data"));
    onScreen(
        () -> {
          desktop = new Desktop(installation, installation::inProcess);
          desktop.look().reducedMotion().set(true);
          Stage stage = new Stage();
          desktop.start(stage, null);
          stage.setWidth(WIDTH);
          stage.setHeight(HEIGHT);
          return stage;
        });
    page("welcome", () -> {});
    page("home", () -> desktop.open(project), () -> desktop.bench().isPresent());
    page("identities", () -> act("go.identities"));
    page("identity", this::openFirst);
    page("review", () -> act("go.review"));
    for (String page : PAGES) {
      page(page, () -> act("go." + page));
    }
    page("settings", () -> act("window.settings"));
    page("palette", () -> act("window.palette"));
    Files.write(work.resolve("words.txt"), lines);
    onScreen(
        () -> {
          Stage stage = desktop.stage();
          desktop.stop();
          stage.hide();
          return stage;
        });
  }

  private void openFirst() {
    Workbench bench = desktop.bench().orElseThrow();
    bench.open(bench.session().project().identities().all().getFirst());
  }

  private void act(String action) {
    desktop.actions().find(action).ifPresent(desktop.actions()::run);
  }

  private void page(String name, Runnable go) throws Exception {
    page(name, go, () -> true);
  }

  /** Goes there and waits until nothing changes any more. */
  private void page(String name, Runnable go, Callable<Boolean> there) throws Exception {
    onScreen(
        () -> {
          go.run();
          return go;
        });
    List<String> before = List.of();
    int same = 0;
    for (int i = 0; i < PATIENCE && same < 8; i++) {
      Thread.sleep(100);
      List<String> now = onScreen(() -> there.call() ? words(name) : List.of());
      same = now.isEmpty() || !now.equals(before) ? 0 : same + 1;
      before = now;
    }
    lines.addAll(before);
    Snapshots snapshots = new Snapshots();
    snapshots.write(
        onScreen(() -> snapshots.picture(desktop.stage().getScene())), work.resolve(name + ".png"));
  }

  private List<String> words(String page) {
    List<String> found = new ArrayList<>();
    below(desktop.stage().getScene().getRoot())
        .forEach(
            node -> {
              String text = text(node);
              if (!text.isBlank()) {
                String line = text.replace('\n', ' ');
                found.add(page + "\tsays\t" + line);
                if (cut(node)) {
                  found.add(page + "\tcut\t" + line);
                }
              }
            });
    return found;
  }

  /** Its text ends in an ellipsis although nobody allowed it to shrink. */
  private static boolean cut(Node node) {
    if (!(node instanceof Labeled labeled) || node instanceof Cell || labeled.getMinWidth() == 0) {
      return false;
    }
    return labeled.lookup(".text") instanceof Text drawn
        && !labeled.getText().equals(drawn.getText())
        && drawn.getText().endsWith("...");
  }

  private static String text(Node node) {
    return switch (node) {
      case Labeled labeled when labeled.getText() != null -> labeled.getText();
      case TextInputControl field when field.getPromptText() != null -> field.getPromptText();
      default -> "";
    };
  }

  private static Stream<Node> below(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(WindowReader::below))
        : Stream.of(node);
  }

  private static <T> T onScreen(Callable<T> look) throws Exception {
    FutureTask<T> task = new FutureTask<>(look);
    Platform.runLater(task);
    return task.get();
  }
}
