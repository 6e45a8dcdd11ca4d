package org.facewright.jobs;

/** An item of a job that could not be done; the batch went on without it. */
public record ItemFailure(long item, String reason) {}
