package org.facewright.verdict.stage;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
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
import org.facewright.project.Project;
import org.facewright.verdict.fusion.Goals;
import org.facewright.verdict.ledger.BatchStage;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.run.BatchProgress;
import org.facewright.verdict.run.BatchRun;
import org.facewright.verdict.run.BatchSettings;
import org.facewright.verdict.run.Pause;
import org.facewright.verdict.run.RunException;

/**
 * Asks by batches: writes the questions into files, uploads them, looks now and then, collects.
 * Every step is in the ledger before the next begins, so any number of restarts lose and bill
 * nothing twice. Pausing the job leaves the batches at the server; resuming goes on looking.
 */
public final class BatchJob implements JobKind {
  public static final String NAME = "verdict-batch";

  private final VerdictBooks books;
  private final Map<String, String> environment;
  private final Duration interval;
  private final Pause pause;

  /**
   * @param interval between two looks at the server
   */
  public BatchJob(
      VerdictBooks books, Map<String, String> environment, Duration interval, Pause pause) {
    this.books = books;
    this.environment = Map.copyOf(environment);
    this.interval = interval;
    this.pause = pause;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return Lane.REMOTE;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    VerdictSettings settings = VerdictSettings.fromJson(job.settings());
    try {
      return new BatchWork(settings);
    } catch (IOException | RunException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Item 0 puts the questions into batches; item 1 brings all batches to their end. */
  private final class BatchWork implements Work {
    private final Project project = books.project();
    private final VerdictStore store;
    private final VerdictSettings settings;
    private final VerdictPlan plan;
    private final ModelDesk desk;
    private final BatchRun run;
    private int next;

    BatchWork(VerdictSettings settings) throws IOException, RunException {
      this.settings = settings;
      store = books.store();
      plan = new VerdictPlan(project, settings);
      desk = new ModelDesk(settings, project.folder(), environment);
      try {
        run =
            new BatchRun(
                plan.terms(),
                store,
                desk.batches(),
                plan.renderer(),
                BatchSettings.DEFAULT,
                Clock.systemUTC());
      } catch (IOException | RunException e) {
        desk.close();
        throw e;
      }
    }

    @Override
    public long total() {
      return 2;
    }

    @Override
    public int batchSize() {
      return 1;
    }

    @Override
    public long[] next(int max) {
      return next > 1 ? new long[0] : new long[] {next};
    }

    @Override
    public Outcome run(long[] items, JobControl control) throws JobException {
      try {
        boolean settled = items[0] == 0 ? prepare(control) : collect(control);
        next += settled ? 1 : 0;
        return new Outcome(settled ? items : new long[0], List.<ItemFailure>of());
      } catch (RunException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
    }

    private boolean prepare(JobControl control) throws RunException {
      int count = run.prepare(plan.sheets().iterator(), control::stopping);
      control.log(count + " questions put into batches");
      return !control.stopping();
    }

    private boolean collect(JobControl control) throws RunException {
      String before = "";
      while (!control.stopping()) {
        List<BatchProgress> batches = run.advance();
        String now = words(batches);
        if (!now.equals(before)) {
          control.log(now);
          before = now;
        }
        if (batches.stream().allMatch(batch -> batch.stage() == BatchStage.CLOSED)) {
          return true;
        }
        if (!pause.sleep(interval, control::stopping)) {
          return false;
        }
      }
      return false;
    }

    private static String words(List<BatchProgress> batches) {
      StringBuilder words = new StringBuilder(batches.isEmpty() ? "no batch is open" : "");
      for (BatchProgress batch : batches) {
        words
            .append(words.isEmpty() ? "" : "; ")
            .append(
                "batch %s: %s, %d of %d answered"
                    .formatted(
                        batch.batch().substring(0, 8),
                        batch.status(),
                        batch.answered(),
                        batch.total()));
      }
      return words.toString();
    }

    @Override
    public void setAside(long item, String reason) throws JobException {
      throw new JobException("the batch crashed the program three times; see the log of this job");
    }

    @Override
    public String finish(JobControl control) throws JobException {
      try {
        long stageRun =
            project.runs().begin(NAME, settings.toJson(), ModelDesk.name(settings), null, null);
        new LedgerMirror(project, store).copy(settings.run(), stageRun);
        String found = new Fuser(project, Goals.DEFAULT).fuse().sentence();
        String spent =
            store
                .run(settings.run())
                .map(r -> r.answered() + " sheets answered, " + r.spent() + " spent")
                .orElse("nothing was asked");
        project.runs().finish(stageRun, "{}");
        return spent + "; " + found;
      } catch (IOException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
    }

    @Override
    public void close() {
      desk.close();
    }
  }
}
