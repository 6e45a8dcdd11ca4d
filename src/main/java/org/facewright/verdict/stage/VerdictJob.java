package org.facewright.verdict.stage;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Lane;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.jobs.Workers;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.verdict.fusion.Goals;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.run.Pause;
import org.facewright.verdict.run.RunException;
import org.facewright.verdict.run.RunReport;
import org.facewright.verdict.run.SheetOutcome;
import org.facewright.verdict.run.VerdictRun;
import org.facewright.verdict.sheet.SheetPlan;

/**
 * Asks a model about every identity in question. An item is an identity's id; what was answered
 * before, in this run or another, is not asked again, so a killed run goes on where it was.
 */
public final class VerdictJob implements JobKind {
  public static final String NAME = "verdict";
  private static final int BATCH = 64;

  private final VerdictBooks books;
  private final Map<String, String> environment;

  /**
   * @param environment where keys may be, such as {@link System#getenv()}
   */
  public VerdictJob(VerdictBooks books, Map<String, String> environment) {
    this.books = books;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return Lane.NETWORK;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    VerdictSettings settings = VerdictSettings.fromJson(job.settings());
    try {
      return new VerdictWork(settings, control);
    } catch (IOException | RunException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  private final class VerdictWork implements Work {
    private final Project project = books.project();
    private final VerdictStore store;
    private final VerdictSettings settings;
    private final VerdictPlan plan;
    private final ModelDesk desk;
    private final Workers threads;
    private final VerdictRun.Going going;
    private final long stageRun;
    private final Deque<Long> pending = new ArrayDeque<>();
    private final long total;
    private boolean over;
    private boolean ended;

    VerdictWork(VerdictSettings settings, JobControl control) throws IOException, RunException {
      this.settings = settings;
      store = books.store();
      plan = new VerdictPlan(project, settings);
      desk = new ModelDesk(settings, project.folder(), environment);
      threads = new Workers("ask", settings.concurrency());
      try {
        VerdictRun run =
            new VerdictRun(
                store, desk.model(), plan.renderer(), threads, Pause.real(), Clock.systemUTC());
        going = run.begin(plan.terms(), control::stopping, (p, o, q) -> told(p, o, control));
      } catch (RunException e) {
        threads.close();
        desk.close();
        throw e;
      }
      plan.identities().stream().map(Identity::id).forEach(pending::add);
      total = pending.size();
      stageRun =
          project
              .runs()
              .begin(NAME, settings.toJson(), desk.model().name(), null, simulationSeed());
    }

    private Long simulationSeed() {
      VerdictSettings.Simulation simulation = settings.simulation();
      return simulation == null ? settings.runSettings().seed() : simulation.seed();
    }

    private static void told(SheetPlan plan, SheetOutcome outcome, JobControl control) {
      if (outcome instanceof SheetOutcome.LeftOut out) {
        control.log(plan.identity() + ": " + out.reason());
      }
    }

    @Override
    public long total() {
      return total;
    }

    @Override
    public int batchSize() {
      return BATCH;
    }

    @Override
    public long[] next(int max) {
      return over ? new long[0] : pending.stream().limit(max).mapToLong(Long::longValue).toArray();
    }

    @Override
    public Outcome run(long[] items, JobControl control) throws JobException {
      List<SheetPlan> sheets = new ArrayList<>();
      for (long item : items) {
        sheets.addAll(plan.sheets(item));
      }
      try {
        if (!going.ask(sheets.iterator())) {
          if (control.stopping()) {
            return new Outcome(new long[0], List.<ItemFailure>of());
          }
          over = true;
        }
        for (long ignored : items) {
          pending.removeFirst();
        }
        new LedgerMirror(project, store).copy(settings.run(), stageRun);
        return new Outcome(items, List.of());
      } catch (RunException | IOException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
    }

    @Override
    public void setAside(long item, String reason) {
      pending.remove(item);
    }

    @Override
    public String finish(JobControl control) throws JobException {
      try {
        RunReport report = end();
        String found = new Fuser(project, Goals.DEFAULT).fuse().sentence();
        String sentence = sentence(report);
        project.runs().finish(stageRun, RunFigures.json(settings, report));
        if (report.end() == RunReport.End.CLOSED || report.end() == RunReport.End.OVER_BUDGET) {
          throw new JobException(sentence + ": " + report.why());
        }
        return sentence + "; " + found;
      } catch (RunException | IOException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
    }

    private String sentence(RunReport report) {
      return "%s%,d sheets answered, %,d from before, %,d left out, %s spent of %s"
          .formatted(
              settings.simulated() ? "simulated: " : "",
              report.progress().answered(),
              report.progress().reused(),
              report.progress().leftOut(),
              report.progress().spent(),
              report.progress().limit());
    }

    /** Stopped or not: what is answered is paid, and votes. */
    private RunReport end() throws RunException, IOException {
      ended = true;
      RunReport report = going.end();
      new LedgerMirror(project, store).copy(settings.run(), stageRun);
      return report;
    }

    @Override
    public void close() {
      try {
        if (!ended) {
          end();
        }
      } catch (RunException | IOException e) {
        org.slf4j.LoggerFactory.getLogger(VerdictJob.class).warn("ending a run", e);
      }
      threads.close();
      desk.close();
    }
  }
}
