package org.facewright.verdict.ledger;

import java.time.Instant;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.cost.Usage;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands.
 *
 * @param answered sheets with an answer, those reused not counted
 * @param refused replies that were paid and not taken for an answer
 * @param failed questions that brought no reply
 * @param leftOut sheets given up on
 * @param expected what the sheets answered so far were estimated to cost
 * @param spent what is settled
 * @param underWay reserved for questions without a reply so far
 * @param ended null while it runs, or if the program died
 */
public record RunSummary(
    LedgerRecord.RunStarted started,
    int answered,
    int reused,
    int refused,
    int failed,
    int leftOut,
    Usage usage,
    Money expected,
    Money spent,
    Money underWay,
    Instant last,
    @Nullable String ended) {}
