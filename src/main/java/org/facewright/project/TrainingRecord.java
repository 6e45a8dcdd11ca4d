package org.facewright.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A training run of the project, as far as it has come. Its folder is {@code runs/NAME}.
 *
 * @param runId the stage run that says with which settings and version
 * @param state RUNNING, STOPPED, DONE or FAILED
 * @param message why it stopped or failed, or empty
 * @param fingerprint SHA-256 of what it was trained on
 * @param identities that are trained on
 * @param heldOutIdentities that are verified on
 * @param step steps done
 * @param epoch epochs done
 * @param loss mean over the last steps; null before the first
 * @param heldOutAccuracy of the last verified epoch, 0 to 1; null before
 */
public record TrainingRecord(
    String name,
    long runId,
    Instant begun,
    @Nullable Instant ended,
    String state,
    String message,
    String architecture,
    String head,
    String fingerprint,
    int identities,
    int pictures,
    int heldOutIdentities,
    long step,
    long steps,
    int epoch,
    int epochs,
    @Nullable Double loss,
    @Nullable Double accuracy,
    double seconds,
    double imagesPerSecond,
    @Nullable Double heldOutAccuracy,
    @Nullable Double heldOutEer) {}
