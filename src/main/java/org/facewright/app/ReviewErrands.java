package org.facewright.app;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.facewright.review.AuditCsv;
import org.facewright.review.BundleDesk;
import org.facewright.review.BundleImport;
import org.facewright.review.ReviewBooks;
import org.facewright.review.ReviewMode;
import org.facewright.ui.action.Action;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a project's reviewing besides answering: bundles out and in, the audit trail.
 */
final class ReviewErrands {
  private static final Texts TEXTS = Texts.of(ReviewErrands.class);

  /** As many questions as a bundle of the window has at most. */
  private static final int MOST = 1000;

  private final Surroundings around;
  private final ReviewBooks books;
  private final Executor worker;
  private final Runnable changed;

  /**
   * @param worker the one that reviewing uses
   * @param changed runs on the FX thread when answers were taken over
   */
  ReviewErrands(Surroundings around, Executor worker, Runnable changed) {
    this.around = around;
    this.books = around.session().reviews();
    this.worker = worker;
    this.changed = changed;
  }

  List<Action> actions() {
    return List.of(
        errand(
                "export",
                TEXTS.get("errand.export"),
                TEXTS.get("errand.export.about"),
                () -> choose(TEXTS.get("errand.export.title"), "review.zip", true, this::export))
            .icon("fth-send"),
        errand(
                "import",
                TEXTS.get("errand.import"),
                TEXTS.get("errand.import.about"),
                () -> choose(TEXTS.get("errand.import.title"), "", false, this::take))
            .icon("fth-inbox"),
        errand(
                "audit",
                TEXTS.get("errand.audit"),
                TEXTS.get("errand.audit.about"),
                () -> choose(TEXTS.get("errand.audit.title"), "audit.csv", true, this::audit))
            .icon("fth-list"));
  }

  private static Action errand(String id, String name, String about, Runnable run) {
    return Action.of("review." + id, TEXTS.get("group.review"), name, about, run);
  }

  private void choose(String title, String name, boolean save, Consumer<Path> then) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    Window window = around.shell().root().getScene().getWindow();
    @Nullable File chosen = save ? chooser.showSaveDialog(window) : chooser.showOpenDialog(window);
    if (chosen != null) {
      then.accept(chosen.toPath());
    }
  }

  /** Writes the most urgent open questions, blind, for whoever opens them. */
  void export(Path file) {
    run(
        () -> {
          int count =
              new BundleDesk(books, Clock.systemUTC())
                  .export(file, ReviewMode.OPEN, Session.person(), "", MOST, true);
          return TEXTS.get("errand.exported", count, file);
        },
        () -> {});
  }

  /** Takes answers over. */
  void take(Path file) {
    run(
        () -> taken(new BundleDesk(books, Clock.systemUTC()).take(file)),
        () -> {
          around.decisions().changed();
          changed.run();
        });
  }

  private static String taken(BundleImport answers) {
    return TEXTS.get(
        "errand.imported",
        answers.added().size(),
        answers.known(),
        answers.unknown().size(),
        answers.conflicts().size());
  }

  void audit(Path file) {
    run(() -> TEXTS.get("errand.audited", AuditCsv.write(books, file), file), () -> {});
  }

  private void run(Callable<String> errand, Runnable then) {
    worker.execute(
        () -> {
          try {
            String sentence = errand.call();
            Platform.runLater(
                () -> {
                  around.shell().notices().done(sentence);
                  then.run();
                });
          } catch (Exception e) {
            String why = String.valueOf(e.getMessage());
            Platform.runLater(() -> around.problem().accept(why));
          }
        });
  }
}
