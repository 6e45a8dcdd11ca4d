package org.facewright.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the history.
 *
 * @param reverses the decision an undo or redo took back, else null
 * @param items how many images it was about
 */
public record Decision(
    long seq,
    Instant at,
    String person,
    DecisionKind kind,
    String note,
    @Nullable Long reverses,
    int items) {}
