package org.facewright.gallery;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.facewright.project.Decision;
import org.facewright.project.DecisionKind;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/**
 * What the person decides, on its way to the journal. A decision is on the disk before {@link
 * #revision} grows. To be used on the FX thread; the journal is written on the worker, which must
 * run one task at a time so that decisions keep their order.
 */
public final class DecisionsModel {
  private static final Texts TEXTS = Texts.of(DecisionsModel.class);

  private final Project project;
  private final String person;
  private final Executor worker;
  private final Said said;
  private final Consumer<String> problem;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");

  /** Hears in one sentence what happened, once it is on the disk; FX thread. */
  public interface Said {
    void done(String sentence);

    default void takenBack(String sentence) {
      done(sentence);
    }
  }

  /**
   * @param person whose name the decisions carry
   * @param said hears what was decided or taken back
   * @param problem hears why nothing was decided
   */
  public DecisionsModel(
      Project project, String person, Executor worker, Said said, Consumer<String> problem) {
    this.project = project;
    this.person = person;
    this.worker = worker;
    this.said = said;
    this.problem = problem;
    canUndo.set(project.decisions().canUndo());
    canRedo.set(project.decisions().canRedo());
  }

  public ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }

  /** Grows whenever images may stand otherwise than before: pages read anew. */
  public ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /** Somebody else changed images, such as a job or an accepted proposal. */
  public void changed() {
    canUndo.set(project.decisions().canUndo());
    canRedo.set(project.decisions().canRedo());
    revision.set(revision.get() + 1);
  }

  /**
   * @param sentence what was done, told when it is on the disk
   */
  public void decide(DecisionKind kind, String sentence, List<Ruling> rulings) {
    decide(kind, "", sentence, rulings);
  }

  /**
   * @param note kept with the decision; for an accepted proposal the reason its images show
   */
  public void decide(DecisionKind kind, String note, String sentence, List<Ruling> rulings) {
    run(
        () -> {
          Optional<Long> taken = project.decisions().decide(person, kind, note, rulings);
          return taken.isPresent() ? sentence : "";
        },
        said::done);
  }

  public void undo() {
    run(() -> undone(project.decisions().undo(person)), said::takenBack);
  }

  public void redo() {
    run(() -> redone(project.decisions().redo(person)), said::done);
  }

  private static String undone(Optional<Decision> decision) {
    return decision
        .map(
            d ->
                switch (d.kind()) {
                  case JUDGE -> TEXTS.get("undone.judge", d.items());
                  case MOVE -> TEXTS.get("undone.move", d.items());
                  case ACCEPT -> TEXTS.get("undone.accept", d.items());
                  case UNDO -> TEXTS.get("undone.undo", d.items());
                })
        .orElse("");
  }

  private static String redone(Optional<Decision> decision) {
    return decision
        .map(
            d ->
                switch (d.kind()) {
                  case JUDGE -> TEXTS.get("redone.judge", d.items());
                  case MOVE -> TEXTS.get("redone.move", d.items());
                  case ACCEPT -> TEXTS.get("redone.accept", d.items());
                  case UNDO -> TEXTS.get("redone.undo", d.items());
                })
        .orElse("");
  }

  static String images(int count) {
    return TEXTS.get("images", count);
  }

  private void run(Callable<String> act, Consumer<String> tell) {
    worker.execute(
        () -> {
          try {
            String sentence = act.call();
            boolean undo = project.decisions().canUndo();
            boolean redo = project.decisions().canRedo();
            Platform.runLater(() -> took(sentence, tell, undo, redo));
          } catch (Exception e) {
            String why = Told.why(e);
            Platform.runLater(() -> problem.accept(TEXTS.get("nothing-decided", why)));
          }
        });
  }

  private void took(String sentence, Consumer<String> tell, boolean undo, boolean redo) {
    canUndo.set(undo);
    canRedo.set(redo);
    if (!sentence.isEmpty()) {
      changed();
      tell.accept(sentence);
    }
  }
}
