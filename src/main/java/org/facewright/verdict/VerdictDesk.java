package org.facewright.verdict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facewright.project.ContentHash;
import org.facewright.project.DecisionKind;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.facewright.project.VerdictCall;
import org.facewright.ui.text.Told;
import org.facewright.verdict.ledger.FaceVerdict;
import org.facewright.verdict.ledger.LedgerRecord;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.model.Recipient;
import org.facewright.verdict.prompt.SamePerson;
import org.facewright.verdict.run.ConsentDesk;
import org.facewright.verdict.run.Estimate;
import org.facewright.verdict.sheet.SheetPlan;
import org.facewright.verdict.stage.Fuser;
import org.facewright.verdict.stage.VerdictBooks;
import org.facewright.verdict.stage.VerdictPlan;
import org.facewright.verdict.stage.VerdictSettings;

/** What a person can see of verdicts and do with them. Reads and writes; one call at a time. */
public final class VerdictDesk {
  /**
   * What a run would ask and cost.
   *
   * @param consent what a person must read before the first picture leaves, in the language that it
   *     is read in: what was read is what is kept
   * @param agreed whether somebody has agreed already, or nothing leaves
   */
  public record Quote(
      VerdictSettings settings,
      Estimate estimate,
      List<SheetPlan> sheets,
      Recipient recipient,
      String consent,
      boolean agreed) {}

  /**
   * One sheet and what came of it.
   *
   * @param picture as the model saw it, to the byte
   * @param raw the raw reply, empty if none is kept
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once by the page.
  public record Seen(
      byte[] picture, List<FaceVerdict> verdicts, Optional<VerdictCall> call, String raw) {}

  private final VerdictBooks books;
  private final Project project;
  private final String person;

  /**
   * @param person who agrees and accepts
   */
  public VerdictDesk(VerdictBooks books, String person) {
    this.books = books;
    this.project = books.project();
    this.person = person;
  }

  /** What would be asked and what it would cost. Sends nothing. */
  public Quote quote(VerdictSettings settings) throws IOException {
    VerdictPlan plan = new VerdictPlan(project, settings);
    List<SheetPlan> sheets = plan.sheets();
    VerdictStore store = books.store();
    Estimate estimate = plan.estimate(sheets, store, false);
    boolean agreed = settings.simulated() || store.consent(plan.recipient().origin()).isPresent();
    return new Quote(
        settings,
        estimate,
        sheets,
        plan.recipient(),
        Told.words(plan.consentText(estimate)),
        agreed);
  }

  /** A sheet of a quote as the model would see it. */
  public byte[] preview(Quote quote, int sheet) throws IOException {
    VerdictPlan plan = new VerdictPlan(project, quote.settings());
    return plan.draw(quote.sheets().get(sheet)).bytes();
  }

  /** The person agrees to what they read. */
  public void agree(Quote quote) throws IOException {
    new ConsentDesk(books.store(), Clock.systemUTC())
        .agree(person, quote.recipient(), quote.consent());
  }

  /** All runs, the newest first. */
  public List<RunSummary> runs() throws IOException {
    return books.store().runs().reversed();
  }

  /** What the votes last came to, and how reliable each expert is. */
  public Optional<Fuser.Result> weighing() {
    return Fuser.last(project);
  }

  /** What the model said in a run; the last answer to each face. */
  public List<FaceVerdict> verdicts(String run) throws IOException {
    Map<Long, FaceVerdict> last = new LinkedHashMap<>();
    for (FaceVerdict verdict : books.store().verdicts(run)) {
      last.put(verdict.imageId(), verdict);
    }
    return List.copyOf(last.values());
  }

  /** The sheet of a verdict with all that was said of it. */
  public Seen seen(FaceVerdict verdict) throws IOException {
    VerdictStore store = books.store();
    byte[] picture = store.read(VerdictStore.Kind.SHEET, ContentHash.ofHex(verdict.sheet()));
    List<FaceVerdict> on =
        verdicts(verdict.run()).stream().filter(v -> v.sheet().equals(verdict.sheet())).toList();
    Optional<VerdictCall> call =
        project.verdictCalls().of(verdict.run(), Integer.MAX_VALUE).stream()
            .filter(c -> c.sheet().equals(verdict.sheet()) && c.reply() != null)
            .findFirst();
    String reply = call.map(VerdictCall::reply).orElse(null);
    String raw =
        reply == null
            ? ""
            : new String(
                store.read(VerdictStore.Kind.REPLY, ContentHash.ofHex(reply)),
                StandardCharsets.UTF_8);
    return new Seen(picture, on, call, raw);
  }

  /**
   * The chosen verdicts are not believed: their sheets are asked about again when the run goes on.
   *
   * @return how many sheets that are
   */
  public int doubt(List<FaceVerdict> verdicts) throws IOException {
    VerdictStore store = books.store();
    Set<String> sheets = new LinkedHashSet<>();
    verdicts.forEach(verdict -> sheets.add(verdict.sheet()));
    Set<String> keys = new LinkedHashSet<>();
    store.scan(
        record -> {
          if (record instanceof LedgerRecord.Sent sent && sheets.contains(sent.sheet())) {
            keys.add(sent.key());
          }
        });
    List<LedgerRecord> doubts = new ArrayList<>();
    for (String key : keys) {
      doubts.add(new LedgerRecord.Doubted(Clock.systemUTC().instant(), person, key));
    }
    store.append(doubts);
    return keys.size();
  }

  /**
   * Takes the model's word for these, as one decision that one undo takes back.
   *
   * @return how many images stand otherwise than before
   */
  public int accept(List<FaceVerdict> verdicts) {
    List<Ruling> rulings = new ArrayList<>();
    boolean simulated = false;
    for (FaceVerdict verdict : verdicts) {
      if (verdict.same() != SamePerson.UNSURE) {
        ImageState state = verdict.same() == SamePerson.YES ? ImageState.KEPT : ImageState.REJECTED;
        rulings.add(Ruling.of(verdict.imageId(), state));
        simulated |= verdict.simulated();
      }
    }
    String model = verdicts.isEmpty() ? "" : verdicts.getFirst().model();
    String note = (simulated ? "simulated verdict of " : "verdict of ") + model;
    return project
        .decisions()
        .decide(person, DecisionKind.ACCEPT, note, rulings)
        .map(decision -> project.decisions().images(decision).size())
        .orElse(0);
  }
}
