package org.facewright.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the queue, as it was when it was read.
 *
 * @param kind the name of the {@link JobKind} that can run it, such as {@code "embed"}
 * @param title what a person reads in the drawer
 * @param settings the kind's settings as JSON text
 * @param total items in all, -1 while unknown
 * @param done items finished well, the failed ones not counted
 * @param failed items that gave an error or were set aside
 * @param message the last word: why it failed, or what came out
 */
public record JobRecord(
    long id,
    String kind,
    String title,
    Lane lane,
    JobState state,
    String settings,
    long total,
    long done,
    long failed,
    Instant created,
    @Nullable Instant started,
    @Nullable Instant finished,
    @Nullable String message) {}
