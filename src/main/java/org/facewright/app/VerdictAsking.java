package org.facewright.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.facewright.project.ProjectException;
import org.facewright.verdict.run.Estimate;
import org.facewright.verdict.stage.VerdictSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What asks a model, at once or as a batch: estimate, consent, run. */
abstract class VerdictAsking implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();
  @Mixin private VerdictOptions options = new VerdictOptions();

  @Option(names = "--agree", description = "pictures may go to the server; see verdict estimate")
  private boolean agree;

  /** Whether by the batch API. */
  abstract boolean batch();

  @Override
  public Integer call() throws ProjectException, IOException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      return ask(session, output, options, agree, batch());
    }
  }

  static int ask(
      Session session, Output output, VerdictOptions options, boolean agree, boolean batch)
      throws IOException {
    try {
      VerdictRunner runner = new VerdictRunner(session, output, options.settings());
      Estimate estimate = runner.estimate(batch);
      runner.consent(estimate, agree);
      output.note(sentence(estimate, options));
      return runner.run(batch);
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What a run would ask and cost. */
  static String sentence(Estimate estimate, VerdictOptions options) throws IOException {
    VerdictSettings settings = options.settings();
    return "%s%,d sheets with %,d faces in question, %,d sheets answered before; expected %s %s, at most %s (prices as of %s)"
        .formatted(
            settings.simulated() ? "simulated: " : "",
            estimate.sheets(),
            estimate.questioned(),
            estimate.free(),
            estimate.expected(),
            options.currency(),
            estimate.most(),
            settings.pricesAsOf());
  }
}
