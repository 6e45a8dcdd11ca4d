package org.facewright.verdict.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.model.Recipient;
import org.facewright.verdict.prompt.Prompt;
import org.facewright.verdict.run.ConsentDesk;
import org.facewright.verdict.run.Estimate;
import org.facewright.verdict.run.QuestionCost;
import org.facewright.verdict.run.RunTerms;
import org.facewright.verdict.sheet.DrawnSheet;
import org.facewright.verdict.sheet.SheetPlan;
import org.facewright.verdict.sheet.SheetPlanner;
import org.facewright.verdict.sheet.SheetRenderer;

/** What a run would ask, what it would cost, and what would leave the machine. Sends nothing. */
public final class VerdictPlan {
  private final VerdictSettings settings;
  private final Project project;
  private final Cases cases;
  private final SheetPlanner planner;
  private final SheetRenderer renderer;

  public VerdictPlan(Project project, VerdictSettings settings) {
    this.project = project;
    this.settings = settings;
    cases = new Cases(project, settings.ask());
    planner = new SheetPlanner(settings.runSettings().sheets(), settings.price().image());
    renderer =
        new SheetRenderer(new ProjectCrops(project), settings.runSettings().sheets().jpegQuality());
  }

  /** What the run asks, whom, and for how much. */
  RunTerms terms() {
    return new RunTerms(
        settings.run(),
        ModelDesk.name(settings),
        settings.simulated(),
        recipient(),
        Prompt.of(settings.style()),
        settings.price(),
        settings.runSettings());
  }

  /** Who gets the pictures. */
  public Recipient recipient() {
    return ModelDesk.recipient(settings);
  }

  List<Identity> identities() {
    return cases.identities();
  }

  List<SheetPlan> sheets(long identity) {
    return cases.of(identity).map(planner::plan).orElse(List.of());
  }

  SheetRenderer renderer() {
    return renderer;
  }

  /** Every sheet of the run. */
  public List<SheetPlan> sheets() {
    List<SheetPlan> all = new ArrayList<>();
    identities().forEach(identity -> all.addAll(sheets(identity.id())));
    return all;
  }

  /** A sheet exactly as the model would see it. */
  public DrawnSheet draw(SheetPlan plan) throws IOException {
    return renderer.render(plan);
  }

  /**
   * What the sheets cost. Those with an answer from before cost nothing.
   *
   * @param batch at the batch's price
   */
  public Estimate estimate(List<SheetPlan> sheets, VerdictStore store, boolean batch)
      throws IOException {
    RunTerms terms = terms();
    List<SheetPlan> answered = new ArrayList<>();
    if (!store.runs().isEmpty()) {
      for (SheetPlan plan : sheets) {
        if (store.hasAnswer(terms.key(draw(plan).hash()))) {
          answered.add(plan);
        }
      }
    }
    java.util.Set<SheetPlan> known = new java.util.HashSet<>(answered);
    return Estimate.of(
        sheets, new QuestionCost(terms.prompt(), settings.price(), batch), known::contains);
  }

  /** What a person is shown before the first picture leaves. */
  public String consentText(Estimate estimate) {
    return ConsentDesk.text(recipient(), ModelDesk.name(settings), estimate);
  }
}
