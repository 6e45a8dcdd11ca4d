package org.facewright.generation.imagine;

import java.io.IOException;
import java.util.Map;
import org.facewright.generation.prompt.Description;
import org.facewright.jobs.JobException;

/** Keeps what was drawn, durably, and knows it after a restart. One thread at a time. */
interface ReferenceStore extends AutoCloseable {
  /** Whether a person of the plan has a reference. */
  boolean has(int item);

  /** Pictures drawn of a person so far. */
  int tries(int item);

  /** Everybody a newcomer must not look like, in vectors of this length. */
  KnownPeople people(int dim) throws IOException;

  /**
   * Keeps a picture and what became of it; on the disk when it returns.
   *
   * @return the name under which the person is known from now on
   */
  String keep(Description wanted, int attempt, DrawReply reply, ReferenceJudge.Judgement judgement)
      throws IOException, JobException;

  /** How many pictures had each outcome, over all runs. */
  Map<ReferenceOutcome, Integer> outcomes();

  /** Called once after the last picture. */
  void finish() throws IOException;

  @Override
  void close();
}
