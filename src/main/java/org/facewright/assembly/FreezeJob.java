package org.facewright.assembly;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.project.Project;

/** Freezes a release. An item is an image; a stopped or killed freeze goes on where it was. */
public final class FreezeJob implements JobKind {
  public static final String NAME = "freeze";

  static final String REQUEST = "job ";
  private static final int BATCH = 512;

  private final Project project;

  public FreezeJob(Project project) {
    this.project = project;
  }

  /** What a job is called. */
  public static String title(String name) {
    return "Freezing " + name;
  }

  /** The job behind a request. */
  static Optional<Long> asked(String request) {
    return request.matches(REQUEST + "\\d{1,18}")
        ? Optional.of(Long.parseLong(request.substring(REQUEST.length())))
        : Optional.empty();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    FreezeSettings settings = FreezeSettings.fromJson(job.settings());
    try {
      Freezer freezer =
          Freezer.open(project, settings.name(), settings.recipe(), REQUEST + job.id());
      control.log(freezer.title() + ": " + freezer.composition().sentence());
      return new FreezeWork(freezer, settings.person());
    } catch (AssemblyException | IOException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  private static final class FreezeWork implements Work {
    private final Freezer freezer;
    private final String person;
    private long next;

    FreezeWork(Freezer freezer, String person) {
      this.freezer = freezer;
      this.person = person;
    }

    @Override
    public long total() {
      return freezer.total();
    }

    /** What was done before is passed over at once, so that the count is right. */
    @Override
    public boolean startsOver() {
      return true;
    }

    @Override
    public int batchSize() {
      return BATCH;
    }

    @Override
    public long[] next(int max) {
      return LongStream.range(next, Math.min(next + max, freezer.total())).toArray();
    }

    @Override
    public Outcome run(long[] items, JobControl control) throws JobException {
      try {
        long upTo = items[items.length - 1] + 1;
        freezer.advance((int) upTo);
        next = upTo;
        return new Outcome(items, List.of());
      } catch (IOException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
    }

    @Override
    public void setAside(long item, String reason) throws JobException {
      throw new JobException(
          "Image " + item + " of the release ended the program three times; see the log.");
    }

    @Override
    public String finish(JobControl control) throws JobException {
      try {
        String title = freezer.seal(person).title();
        return title + ": " + freezer.composition().sentence();
      } catch (IOException e) {
        throw new JobException(String.valueOf(e.getMessage()), e);
      }
    }

    @Override
    public void close() {
      try {
        freezer.close();
      } catch (IOException e) {
        org.slf4j.LoggerFactory.getLogger(FreezeJob.class).warn("while closing a release", e);
      }
    }
  }
}
