package org.facewright.jobs;

import java.util.List;

/**
 * What came of a batch.
 *
 * @param ran the items that are settled, done or failed; fewer than asked if the job was stopped
 * @param failures those among them that failed
 */
@SuppressWarnings("ArrayRecordComponent") // Read once by the runner.
public record Outcome(long[] ran, List<ItemFailure> failures) {}
