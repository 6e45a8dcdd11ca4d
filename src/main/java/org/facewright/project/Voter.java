package org.facewright.project;

/**
 * An expert that votes on images.
 *
 * @param name such as {@code clustering:default:faceplugin} or {@code llm:gpt-4o}
 * @param family experts that look at the same thing, such as one embedding, and so err together
 * @param belief what is thought of it before anything was reviewed: the share of its votes that are
 *     right, above 0.5 and below 1
 * @param version of the model behind it, as it is shown in the audit trail
 * @param simulated its votes are made up for a demonstration
 */
public record Voter(String name, String family, double belief, String version, boolean simulated) {}
