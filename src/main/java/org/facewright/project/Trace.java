package org.facewright.project;

import org.jspecify.annotations.Nullable;

/**
 * Where an image comes from.
 *
 * @param source the import it came with, null for a made picture
 * @param position its place in the source
 * @param importedAs the label that the source gave its identity
 * @param run the stage run that judged it last, null before
 */
public record Trace(@Nullable Long source, long position, String importedAs, @Nullable Long run) {}
