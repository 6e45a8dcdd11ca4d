package org.facewright.project;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.jobs.JobStore;
import org.facewright.jobs.Lane;
import org.facewright.jobs.LogLine;
import org.facewright.jobs.Suspect;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a project that is opened for viewing only: its jobs stand as they are; jobs that are
 * begun now, such as an export to elsewhere, live in memory and are gone with the process.
 * Thread-safe.
 */
final class ViewedJobs implements JobStore {
  private static final String RESTS = "rests while the project is opened for viewing only";

  private final JobStore table;
  private final Clock clock;
  private final Map<Long, JobRecord> own = new LinkedHashMap<>();
  private final Map<Long, List<LogLine>> lines = new LinkedHashMap<>();
  private final Map<Long, List<ItemFailure>> failed = new LinkedHashMap<>();
  private long last;

  ViewedJobs(JobStore table, Clock clock) {
    this.table = table;
    this.clock = clock;
    last = table.all().stream().mapToLong(JobRecord::id).max().orElse(0);
  }

  @Override
  public synchronized JobRecord create(String kind, String title, Lane lane, String settings) {
    JobRecord job =
        new JobRecord(
            ++last,
            kind,
            title,
            lane,
            JobState.QUEUED,
            settings,
            -1,
            0,
            0,
            clock.instant(),
            null,
            null,
            null);
    own.put(job.id(), job);
    return job;
  }

  @Override
  public synchronized Optional<JobRecord> find(long id) {
    JobRecord job = own.get(id);
    return job == null ? table.find(id).map(ViewedJobs::resting) : Optional.of(job);
  }

  @Override
  public synchronized List<JobRecord> all() {
    List<JobRecord> all = new ArrayList<>();
    table.all().forEach(job -> all.add(resting(job)));
    all.addAll(own.values());
    return all;
  }

  /** What another process was to go on with does not begin here. */
  private static JobRecord resting(JobRecord job) {
    return job.state() == JobState.QUEUED || job.state() == JobState.RUNNING
        ? with(job, JobState.PAUSED, job.done(), job.failed(), job.total(), RESTS)
        : job;
  }

  private static JobRecord with(
      JobRecord job, JobState state, long done, long bad, long total, @Nullable String message) {
    return new JobRecord(
        job.id(),
        job.kind(),
        job.title(),
        job.lane(),
        state,
        job.settings(),
        total,
        done,
        bad,
        job.created(),
        job.started(),
        job.finished(),
        message);
  }

  private JobRecord own(long id) {
    JobRecord job = own.get(id);
    if (job == null) {
      throw new ViewOnlyException();
    }
    return job;
  }

  @Override
  public synchronized void setState(long id, JobState state, @Nullable String message) {
    JobRecord job = own(id);
    own.put(id, with(job, state, job.done(), job.failed(), job.total(), message));
  }

  @Override
  public synchronized void claim(long id, long[] items) {
    var unused = own(id);
  }

  @Override
  public synchronized void commit(long id, long[] items, List<ItemFailure> failures, long total) {
    JobRecord job = own(id);
    failed.computeIfAbsent(id, i -> new ArrayList<>()).addAll(failures);
    long done = job.done() + items.length - failures.size();
    long bad = job.failed() + failures.size();
    own.put(id, with(job, job.state(), done, bad, total, job.message()));
  }

  @Override
  public List<Suspect> suspects(long id) {
    return List.of();
  }

  /** Nothing of this process can have crashed before. */
  @Override
  public void countCrashes() {}

  @Override
  public synchronized void log(long id, String text) {
    lines.computeIfAbsent(id, i -> new ArrayList<>()).add(new LogLine(clock.instant(), text));
  }

  @Override
  public synchronized List<LogLine> log(long id, int limit) {
    return own.containsKey(id) ? newest(lines.get(id), limit) : table.log(id, limit);
  }

  @Override
  public synchronized List<ItemFailure> failures(long id, int limit) {
    if (!own.containsKey(id)) {
      return table.failures(id, limit);
    }
    return failed.getOrDefault(id, List.of()).stream().limit(limit).toList();
  }

  private static <T> List<T> newest(@Nullable List<T> all, int limit) {
    return all == null
        ? List.of()
        : List.copyOf(all.subList(Math.max(0, all.size() - limit), all.size()));
  }

  @Override
  public synchronized void startOver(long id) {
    JobRecord job = own(id);
    failed.remove(id);
    own.put(id, with(job, job.state(), 0, 0, job.total(), job.message()));
  }

  @Override
  public synchronized void forgetFailures(long id) {
    JobRecord job = own(id);
    failed.remove(id);
    own.put(id, with(job, job.state(), job.done(), 0, job.total(), job.message()));
  }
}
