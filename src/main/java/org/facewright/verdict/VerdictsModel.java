package org.facewright.verdict;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.facewright.ui.preview.LatestOnly;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.verdict.ledger.FaceVerdict;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.stage.Fuser;
import org.facewright.verdict.stage.VerdictSettings;

/**
 * What the page of verdicts shows. Only the newest question of each kind is answered. FX thread.
 */
public final class VerdictsModel {
  private static final Texts TEXTS = Texts.of(VerdictsModel.class);

  /** Begins a run in the project's queue; returns at once. */
  public interface Starter {
    void start(VerdictSettings settings, boolean batch);

    /** Weighs all votes anew. */
    void weigh();
  }

  /** A sheet of a quote, drawn. */
  @SuppressWarnings("ArrayRecordComponent") // Shown once.
  record Preview(int sheet, int sheets, byte[] picture) {}

  private record Wanted(VerdictDesk.Quote quote, int sheet) {}

  private final VerdictDesk desk;
  private final Starter starter;
  private final Executor worker;
  private final Runnable decided;
  private final Consumer<String> said;
  private final Consumer<String> problem;
  private final ObjectProperty<Optional<VerdictSettings>> draft =
      new SimpleObjectProperty<>(this, "draft", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<VerdictDesk.Quote>> quote =
      new ReadOnlyObjectWrapper<>(this, "quote", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Preview>> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());
  private final ReadOnlyObjectWrapper<List<RunSummary>> runs =
      new ReadOnlyObjectWrapper<>(this, "runs", List.of());
  private final ObjectProperty<Optional<String>> run =
      new SimpleObjectProperty<>(this, "run", Optional.empty());
  private final ObjectProperty<VerdictFilter> filter =
      new SimpleObjectProperty<>(this, "filter", VerdictFilter.EVERYTHING);
  private final ReadOnlyObjectWrapper<List<FaceVerdict>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", List.of());
  private final ReadOnlyObjectWrapper<Optional<VerdictDesk.Seen>> seen =
      new ReadOnlyObjectWrapper<>(this, "seen", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Fuser.Result>> weighing =
      new ReadOnlyObjectWrapper<>(this, "weighing", Optional.empty());
  private final LatestOnly<Boolean, Optional<Fuser.Result>> weigher;
  private final LatestOnly<VerdictSettings, VerdictDesk.Quote> quoter;
  private final LatestOnly<Wanted, Preview> drawer;
  private final LatestOnly<Boolean, List<RunSummary>> lister;
  private final LatestOnly<String, List<FaceVerdict>> reader;
  private final LatestOnly<FaceVerdict, VerdictDesk.Seen> looker;
  private List<FaceVerdict> all = List.of();

  /**
   * @param decided runs on the FX thread when images stand otherwise than before
   */
  public VerdictsModel(
      VerdictDesk desk,
      Starter starter,
      Executor worker,
      Runnable decided,
      Consumer<String> said,
      Consumer<String> problem) {
    this.desk = desk;
    this.starter = starter;
    this.worker = worker;
    this.decided = decided;
    this.said = said;
    this.problem = problem;
    Consumer<Exception> failed = e -> problem.accept(Told.why(e));
    quoter = latest(desk::quote, this::quoted, failed);
    drawer =
        latest(
            w ->
                new Preview(
                    w.sheet(), w.quote().sheets().size(), desk.preview(w.quote(), w.sheet())),
            drawn -> preview.set(Optional.of(drawn)),
            failed);
    lister = latest(now -> desk.runs(), this::listed, failed);
    reader = latest(desk::verdicts, this::read, failed);
    looker = latest(desk::seen, found -> seen.set(Optional.of(found)), failed);
    weigher = latest(now -> desk.weighing(), weighing::set, failed);
    draft.subscribe(settings -> settings.ifPresentOrElse(quoter::ask, this::unquoted));
    run.subscribe(name -> name.ifPresent(reader::ask));
    filter.subscribe(now -> shown.set(now.of(all)));
  }

  private <Q, A> LatestOnly<Q, A> latest(
      LatestOnly.Computation<Q, A> computation, Consumer<A> paint, Consumer<Exception> failed) {
    return new LatestOnly<>(worker, Platform::runLater, computation, paint, failed);
  }

  /** What makes no sense costs nothing, and is not asked. */
  private void unquoted() {
    quote.set(Optional.empty());
  }

  private void quoted(VerdictDesk.Quote found) {
    if (draft.get().isEmpty()) {
      return;
    }
    quote.set(Optional.of(found));
    if (found.sheets().isEmpty()) {
      preview.set(Optional.empty());
    } else {
      drawer.ask(new Wanted(found, 0));
    }
  }

  private void listed(List<RunSummary> found) {
    runs.set(found);
    if (run.get().isEmpty() && !found.isEmpty()) {
      run.set(Optional.of(found.getFirst().started().run()));
    } else {
      run.get().ifPresent(reader::ask);
    }
  }

  private void read(List<FaceVerdict> found) {
    all = found;
    shown.set(filter.get().of(found));
  }

  /** Jobs may have gone on: reads everything anew. */
  public void refresh() {
    lister.ask(true);
    weigher.ask(true);
    draft.get().ifPresent(quoter::ask);
  }

  /** Only how the runs stand: cheap enough for once a second. */
  void look() {
    lister.ask(true);
  }

  void preview(int sheet) {
    quote.get().ifPresent(now -> drawer.ask(new Wanted(now, sheet)));
  }

  void see(FaceVerdict verdict) {
    looker.ask(verdict);
  }

  /** The person has read what leaves and agreed; then asks. */
  void agreeAndStart(VerdictDesk.Quote to, boolean batch) {
    act(
        () -> {
          if (!to.agreed()) {
            desk.agree(to);
          }
          starter.start(to.settings(), batch);
          return "";
        });
  }

  void weigh() {
    starter.weigh();
  }

  void doubt(List<FaceVerdict> verdicts) {
    act(
        () -> {
          int sheets = desk.doubt(verdicts);
          return TEXTS.get("doubted", sheets);
        });
  }

  void accept(List<FaceVerdict> verdicts) {
    act(
        () -> {
          int images = desk.accept(verdicts);
          Platform.runLater(decided);
          return images == 0 ? TEXTS.get("accepted.none") : TEXTS.get("accepted", images);
        });
  }

  private void act(Callable<String> act) {
    worker.execute(
        () -> {
          try {
            String sentence = act.call();
            Platform.runLater(
                () -> {
                  if (!sentence.isEmpty()) {
                    said.accept(sentence);
                  }
                  refresh();
                });
          } catch (IOException | RuntimeException e) {
            Platform.runLater(() -> problem.accept(Told.why(e)));
          } catch (Exception e) {
            Platform.runLater(() -> problem.accept(e.toString()));
          }
        });
  }

  /** The settings of the run that is being prepared; empty while they make no sense. */
  ObjectProperty<Optional<VerdictSettings>> draft() {
    return draft;
  }

  ReadOnlyObjectProperty<Optional<VerdictDesk.Quote>> quote() {
    return quote.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Preview>> preview() {
    return preview.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<RunSummary>> runs() {
    return runs.getReadOnlyProperty();
  }

  ObjectProperty<Optional<String>> run() {
    return run;
  }

  ObjectProperty<VerdictFilter> filter() {
    return filter;
  }

  /** What the votes last came to. */
  ReadOnlyObjectProperty<Optional<Fuser.Result>> weighing() {
    return weighing.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<FaceVerdict>> shown() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<VerdictDesk.Seen>> seen() {
    return seen.getReadOnlyProperty();
  }
}
