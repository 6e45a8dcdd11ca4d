package org.facewright.project;

/**
 * Something that was imported, or is being.
 *
 * @param format the reader's name, such as {@code "folders"}
 * @param location the path as the user gave it, made absolute
 * @param settings the import's settings as JSON
 * @param name what people call it: the last part of the path
 * @param next the position the import goes on at
 * @param complete whether the import came to the end
 */
public record Source(
    long id,
    String format,
    String location,
    String settings,
    String name,
    long next,
    boolean complete) {}
