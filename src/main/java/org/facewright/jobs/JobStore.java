package org.facewright.jobs;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the queue is kept, so that it survives the process. Every method returns when its effect
 * would survive a kill; safe for use by several threads.
 */
public interface JobStore {
  JobRecord create(String kind, String title, Lane lane, String settings);

  Optional<JobRecord> find(long id);

  /** All jobs, oldest first. */
  List<JobRecord> all();

  void setState(long id, JobState state, @Nullable String message);

  /**
   * The items about to run. Should the process die, they are {@linkplain #suspects suspects} at the
   * next start.
   */
  void claim(long id, long[] items);

  /** The claimed items are done or failed: forgets the claim and books the progress. */
  void commit(long id, long[] items, List<ItemFailure> failures, long total);

  /** Claims that a dead process left behind. */
  List<Suspect> suspects(long id);

  /**
   * Counts one more crash against every claim of jobs that were running; to be called once a start.
   */
  void countCrashes();

  void log(long id, String text);

  /** The newest {@code limit} lines of a job's log, oldest first. */
  List<LogLine> log(long id, int limit);

  /** The items of a job that failed, in order, at most {@code limit}. */
  List<ItemFailure> failures(long id, int limit);

  /** Sets a job's progress back to nothing done, because its work starts over. */
  void startOver(long id);

  /** Forgets the failures of a job, because they are to be tried again. */
  void forgetFailures(long id);
}
