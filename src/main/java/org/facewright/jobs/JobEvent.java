package org.facewright.jobs;

/**
 * A job changed: its row, and how fast it moves. Told on the job's own thread: a listener returns
 * at once.
 */
public record JobEvent(JobRecord job, Progress progress) {}
