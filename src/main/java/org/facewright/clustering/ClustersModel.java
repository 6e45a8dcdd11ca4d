package org.facewright.clustering;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.facewright.ui.preview.LatestOnly;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.jspecify.annotations.Nullable;

/**
 * What the tuning bench shows: where its sliders stand and what accepting them would change. The
 * neighbour graph is built in the background when the page is first seen, and again when images
 * came or moved. FX thread, but for {@link #close}.
 */
public final class ClustersModel {
  private static final Texts TEXTS = Texts.of(ClustersModel.class);

  /** How far the bench is. */
  public enum Phase {
    NOTHING_EMBEDDED,
    PREPARING,
    READY,
    FAILED
  }

  /** Takes what was accepted to the journal. */
  public interface Acceptance {
    /**
     * @param note which rule proposed it, kept with the decision
     * @param sentence what was done, told when it is on the disk
     */
    void accept(List<Ruling> rulings, String note, String sentence);
  }

  private final Project project;
  private final Executor worker;
  private final Acceptance acceptance;
  private final Map<Rule, Tuning> remembered = new EnumMap<>(Rule.class);
  private final ObjectProperty<Tuning> tuning =
      new SimpleObjectProperty<>(this, "tuning", Tuning.of(Rule.DEFAULT));
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(this, "phase", Phase.PREPARING);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
  private final ReadOnlyObjectWrapper<String> failure =
      new ReadOnlyObjectWrapper<>(this, "failure", "");
  private final ReadOnlyObjectWrapper<Optional<TuningBench>> bench =
      new ReadOnlyObjectWrapper<>(this, "bench", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Proposal>> proposal =
      new ReadOnlyObjectWrapper<>(this, "proposal", Optional.empty());
  private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper(this, "computing");
  private final LatestOnly<Boolean, Optional<TuningBench>> preparer;
  private final LatestOnly<Tuning, Proposal> proposer;
  private volatile @Nullable TuningBench ready;
  private volatile boolean closed;
  private long toldProgress;

  /**
   * @param worker runs one task at a time; a task may take long
   * @param problem hears in one sentence why a proposal failed
   */
  public ClustersModel(
      Project project, Executor worker, Acceptance acceptance, Consumer<String> problem) {
    this.project = project;
    this.worker = worker;
    this.acceptance = acceptance;
    preparer =
        new LatestOnly<>(
            worker, Platform::runLater, asked -> prepare(), this::prepared, this::failed);
    proposer =
        new LatestOnly<>(
            worker,
            Platform::runLater,
            wanted -> bench().propose(wanted),
            this::proposed,
            e -> problem.accept(TEXTS.get("rule.failed", Told.why(e))));
    tuning.subscribe(this::propose);
  }

  /** Images may stand otherwise than before, or be others: looks again. */
  public void refresh() {
    preparer.ask(true);
  }

  private Optional<TuningBench> prepare() throws Exception {
    TuningBench before = ready;
    Optional<TuningBench> reread = before == null ? Optional.empty() : before.reread();
    if (reread.isPresent()) {
      return reread;
    }
    Platform.runLater(() -> phase.set(Phase.PREPARING));
    return TuningBench.prepare(project, this::heard, () -> closed);
  }

  private void heard(double share) {
    long now = System.nanoTime();
    synchronized (this) {
      if (now - toldProgress < 50_000_000 && share < 1) {
        return;
      }
      toldProgress = now;
    }
    Platform.runLater(() -> progress.set(share));
  }

  private void prepared(Optional<TuningBench> found) {
    ready = found.orElse(null);
    bench.set(found);
    if (found.isEmpty()) {
      proposal.set(Optional.empty());
      phase.set(Phase.NOTHING_EMBEDDED);
    } else {
      phase.set(Phase.READY);
      propose(tuning.get());
    }
  }

  private void failed(Exception e) {
    if (!(e instanceof CancellationException)) {
      failure.set(Told.why(e));
      phase.set(Phase.FAILED);
    }
  }

  private TuningBench bench() {
    TuningBench now = ready;
    if (now == null) {
      throw new IllegalStateException("nothing is compared yet");
    }
    return now;
  }

  private void propose(Tuning wanted) {
    remembered.put(wanted.rule(), wanted);
    if (ready != null) {
      computing.set(true);
      proposer.ask(wanted);
    }
  }

  private void proposed(Proposal answer) {
    proposal.set(Optional.of(answer));
    computing.set(!answer.tuning().equals(tuning.get()));
  }

  /** Takes another rule, its sliders where they stood last. */
  void choose(Rule rule) {
    if (tuning.get().rule() != rule) {
      tuning.set(remembered.getOrDefault(rule, Tuning.of(rule)));
    }
  }

  /** The usual values of the rule. */
  void reset() {
    tuning.set(Tuning.of(tuning.get().rule()));
  }

  /** Whether what is shown belongs to where the sliders stand, and changes something. */
  boolean acceptable() {
    return proposal
        .get()
        .filter(shown -> shown.changes() > 0 && shown.tuning().equals(tuning.get()))
        .isPresent();
  }

  /** Writes the changes as one decision. */
  void accept() {
    if (!acceptable()) {
      return;
    }
    Proposal shown = proposal.get().orElseThrow();
    worker.execute(
        () -> {
          List<Ruling> rulings = shown.rulings();
          String note = "accepted from " + shown.tuning().words();
          String sentence = TEXTS.get("accepted", rulings.size());
          Platform.runLater(() -> acceptance.accept(rulings, note, sentence));
        });
  }

  public ObjectProperty<Tuning> tuning() {
    return tuning;
  }

  public ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /** Share of the comparing that is done, 0..1. */
  ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /** Why nothing could be compared, one sentence. */
  ReadOnlyObjectProperty<String> failure() {
    return failure.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<TuningBench>> prepared() {
    return bench.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Proposal>> proposal() {
    return proposal.getReadOnlyProperty();
  }

  /** Whether an answer newer than the one shown is on its way. */
  ReadOnlyBooleanProperty computing() {
    return computing.getReadOnlyProperty();
  }

  /** Stops comparing; any thread. */
  public void close() {
    closed = true;
  }
}
