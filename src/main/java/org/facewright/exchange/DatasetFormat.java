package org.facewright.exchange;

/**
 * A dataset format.
 *
 * @param name as on the command line
 * @param description one sentence for people
 */
public record DatasetFormat(String name, String description) {}
