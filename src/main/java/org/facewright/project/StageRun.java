package org.facewright.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Provenance of whatever a stage wrote: rows point to the run that made them.
 *
 * @param settings the stage's settings record as JSON
 * @param model the catalogue's name of the model used, if one was
 * @param modelHash SHA-256 of the model file, hexadecimal
 * @param summary what came out as JSON, null while it runs
 */
public record StageRun(
    long id,
    String stage,
    String settings,
    @Nullable String model,
    @Nullable String modelHash,
    @Nullable Long seed,
    String codeVersion,
    Instant started,
    @Nullable Instant finished,
    @Nullable String summary) {}
