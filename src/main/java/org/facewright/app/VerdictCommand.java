package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.jobs.JobRecord;
import org.facewright.project.ProjectException;
import org.facewright.project.StageRun;
import org.facewright.verdict.cost.PriceTable;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.model.Recipient;
import org.facewright.verdict.run.ConsentDesk;
import org.facewright.verdict.run.Estimate;
import org.facewright.verdict.stage.FuseJob;
import org.facewright.verdict.stage.Fuser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "verdict",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a vision model about the faces that the experts disagree on, and weighs all votes.",
      "Without a subcommand: the same as \"verdict run\".",
      "Pictures leave the machine only after somebody agreed; --simulate sends nothing."
    },
    subcommands = {
      VerdictCommand.EstimateRun.class,
      VerdictCommand.Run.class,
      VerdictCommand.Batch.class,
      VerdictCommand.Status.class,
      VerdictCommand.Weigh.class,
      VerdictCommand.Withdraw.class,
      VerdictCommand.Prices.class,
    })
final class VerdictCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Output output = new Output();
  @Mixin private VerdictOptions options = new VerdictOptions();

  @Option(
      names = {"-p", "--project"},
      paramLabel = "FOLDER",
      description = "the project's folder")
  private @Nullable Path folder;

  @Option(names = "--agree", description = "pictures may go to the server; see verdict estimate")
  private boolean agree;

  @Override
  public Integer call() throws ProjectException, IOException {
    if (folder == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: --project FOLDER");
    }
    try (Session session = Session.open(folder, Installation.here().noEngines())) {
      return ask(session, output, options, agree, false);
    }
  }

  private static int ask(
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

  private static String sentence(Estimate estimate, VerdictOptions options) throws IOException {
    var settings = options.settings();
    return "%s%,d sheets with %,d faces in question, %,d sheets answered before; expected %s %s, at most %s (prices as of %s)"
        .formatted(
            settings.simulated() ? "simulated: " : "",
            estimate.sheets(),
            estimate.questioned(),
            estimate.free(),
            estimate.expected(),
            VerdictOptions.table(null).currency(),
            estimate.most(),
            settings.pricesAsOf());
  }

  @Command(
      name = "estimate",
      mixinStandardHelpOptions = true,
      description = "What a run would ask, cost and send. Sends nothing.")
  static final class EstimateRun implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private ProjectOption project = new ProjectOption();
    @Mixin private VerdictOptions options = new VerdictOptions();

    @Option(names = "--batch", description = "at the batch API's price")
    private boolean batch;

    @Option(
        names = "--sheets",
        paramLabel = "DIR",
        description = "write the sheets there, exactly as the model would see them")
    private @Nullable Path sheets;

    @Override
    public Integer call() throws ProjectException, IOException {
      try (Session session = project.open(output, Installation.here().noEngines())) {
        VerdictRunner runner = new VerdictRunner(session, output, options.settings());
        Estimate estimate = runner.estimate(batch);
        if (sheets != null) {
          write(runner, sheets);
        }
        output.note(runner.plan().consentText(estimate));
        output.result(sentence(estimate, options), runner.figures(estimate));
        return ExitCodes.DONE;
      } catch (IllegalArgumentException e) {
        throw new UserException(String.valueOf(e.getMessage()), e);
      }
    }

    private static void write(VerdictRunner runner, Path folder) throws IOException {
      Files.createDirectories(folder);
      var plan = runner.plan();
      for (var sheet : plan.sheets()) {
        var drawn = plan.draw(sheet);
        String ending = drawn.mediaType().endsWith("png") ? ".png" : ".jpg";
        Files.write(folder.resolve(drawn.hash() + ending), drawn.bytes());
      }
    }
  }

  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = {
        "Asks the model, stores every reply, weighs all votes.",
        "The same command goes on where it ended; no question is paid twice."
      })
  static final class Run implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private ProjectOption project = new ProjectOption();
    @Mixin private VerdictOptions options = new VerdictOptions();

    @Option(names = "--agree", description = "pictures may go to the server; see verdict estimate")
    private boolean agree;

    @Override
    public Integer call() throws ProjectException, IOException {
      try (Session session = project.open(output, Installation.here().noEngines())) {
        return ask(session, output, options, agree, false);
      }
    }
  }

  @Command(
      name = "batch",
      mixinStandardHelpOptions = true,
      description = {
        "Asks by the batch API: half the price, answers within a day.",
        "Uploads, looks every half minute, collects. Ctrl-C leaves the batch at the server;",
        "the same command, tomorrow if you like, goes on looking."
      })
  static final class Batch implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private ProjectOption project = new ProjectOption();
    @Mixin private VerdictOptions options = new VerdictOptions();

    @Option(names = "--agree", description = "pictures may go to the server; see verdict estimate")
    private boolean agree;

    @Override
    public Integer call() throws ProjectException, IOException {
      try (Session session = project.open(output, Installation.here().noEngines())) {
        return ask(session, output, options, agree, true);
      }
    }
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Every run: what was asked, answered and spent, and the experts' reliability.")
  static final class Status implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private ProjectOption project = new ProjectOption();

    @Override
    public Integer call() throws ProjectException, IOException {
      try (Session session = project.open(output, Installation.here().noEngines())) {
        List<Map<String, Object>> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (RunSummary summary : session.verdicts().store().runs()) {
          Map<String, Object> figures = new LinkedHashMap<>();
          figures.put("run", summary.started().run());
          figures.put("simulated", summary.started().simulated());
          VerdictRunner.add(figures, summary);
          runs.add(figures);
          text.append(line(summary)).append(System.lineSeparator());
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("runs", runs);
        String weighed =
            session.project().runs().latest(Fuser.STAGE).map(StageRun::summary).orElse(null);
        all.put("weighed", weighed == null ? Map.of() : Output.parse(weighed));
        text.append(
            runs.isEmpty()
                ? "nothing was asked yet"
                : runs.size()
                    + " runs, last first weighed: "
                    + (weighed == null ? "never" : "yes"));
        output.result(text.toString(), all);
        return ExitCodes.DONE;
      }
    }

    private static String line(RunSummary summary) {
      return "%s: %s%s, %,d answered, %,d from before, %,d left out, %s of %s spent, %s under way, %s"
          .formatted(
              summary.started().run(),
              summary.started().model(),
              summary.started().simulated() ? "" : " at " + summary.started().recipient(),
              summary.answered(),
              summary.reused(),
              summary.leftOut(),
              summary.spent(),
              summary.started().limit(),
              summary.underWay(),
              summary.ended() == null ? "not ended" : summary.ended());
    }
  }

  @Command(
      name = "weigh",
      mixinStandardHelpOptions = true,
      description = {
        "Weighs all votes anew against what people said: keep, reject, or ask.",
        "Runs by itself after every verdict run."
      })
  static final class Weigh implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private ProjectOption project = new ProjectOption();

    @Option(
        names = "--truth",
        paramLabel = "CSV",
        description = "compare with the truth: columns identity, image, mislabeled")
    private @Nullable Path truth;

    @Override
    public Integer call() throws ProjectException, IOException {
      Truth known = truth == null ? null : Truth.read(truth);
      try (Session session = project.open(output, Installation.here().noEngines())) {
        JobRecord job =
            new JobRunner(session.jobs(), output).run(FuseJob.NAME, "Weighing the votes", "{}");
        int code = JobRunner.exitCode(job, false);
        Map<String, Object> figures = new LinkedHashMap<>();
        session
            .project()
            .runs()
            .latest(Fuser.STAGE)
            .map(StageRun::summary)
            .ifPresent(summary -> figures.putAll(Output.parse(summary)));
        String sentence = String.valueOf(job.message());
        if (known != null) {
          sentence += "; " + known.score(session.project()).put(figures);
        }
        output.result(sentence, figures);
        return code;
      }
    }
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description = "Takes back the agreement: from now on no picture of this project goes there.")
  static final class Withdraw implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private ProjectOption project = new ProjectOption();

    @Option(names = "--server", required = true, paramLabel = "URL", description = "from whom")
    private String server = "";

    @Override
    public Integer call() throws ProjectException, IOException {
      try (Session session = project.open(output, Installation.here().noEngines())) {
        Recipient recipient = Recipient.of(java.net.URI.create(server));
        new ConsentDesk(session.verdicts().store(), java.time.Clock.systemUTC())
            .withdraw(Session.person(), recipient);
        output.result(
            "Nothing more goes to " + recipient.origin(), Map.of("recipient", recipient.origin()));
        return ExitCodes.DONE;
      }
    }
  }

  @Command(
      name = "prices",
      mixinStandardHelpOptions = true,
      description = "Shows the price table, or writes it out for you to edit.")
  static final class Prices implements Callable<Integer> {
    @Mixin private Output output = new Output();

    @Option(names = "--edit", description = "write the table to your folder, if it is not there")
    private boolean edit;

    @Override
    public Integer call() throws IOException {
      Path own = VerdictOptions.ownPrices();
      if (edit && !Files.exists(own)) {
        Files.createDirectories(own.toAbsolutePath().getParent());
        PriceTable.builtIn().write(own);
      }
      PriceTable table = VerdictOptions.table(null);
      String where = Files.exists(own) ? own.toString() : "built in";
      StringBuilder text = new StringBuilder();
      table
          .models()
          .forEach(
              price ->
                  text.append(
                      "%-16s %s in, %s cached, %s out a million tokens, batch x %s%n"
                          .formatted(
                              price.model(),
                              price.input(),
                              price.cachedInput(),
                              price.output(),
                              price.batchFactor())));
      text.append(where + ", " + table.currency() + ", as of " + table.asOf());
      output.result(
          text.toString(),
          Map.of(
              "where",
              where,
              "asOf",
              table.asOf(),
              "currency",
              table.currency(),
              "models",
              table.models()));
      return ExitCodes.DONE;
    }
  }
}
