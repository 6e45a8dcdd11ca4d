package org.facewright.jobs;

/**
 * An item that was in flight when the program died.
 *
 * @param crashes how many times in a row, at least 1
 */
public record Suspect(long item, int crashes) {}
