package org.facewright.verdict.cost;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A limit that is never exceeded, also not by questions under way: whoever asks first reserves the
 * most the question can cost, and settles when the true cost is known. It holds as long as the
 * server charges by the price table; a question that cost more than the most it could closes the
 * budget for good, for then the table is wrong. Thread-safe.
 */
public final class Budget {
  private static final long LOOK_AGAIN_MILLIS = 100;

  /** What was set aside for one question. Settle it exactly once. */
  public final class Reservation {
    private final Money amount;
    private final boolean awaited;
    private boolean open = true;

    private Reservation(Money amount, boolean awaited) {
      this.amount = amount;
      this.awaited = awaited;
      reserved = reserved.plus(amount);
      underWay += awaited ? 1 : 0;
    }

    public Money amount() {
      return amount;
    }

    /** The question cost this; {@link Money#ZERO} if it was never billed. */
    public void settle(Money actual) {
      synchronized (Budget.this) {
        if (!open) {
          throw new IllegalStateException("settled twice");
        }
        open = false;
        reserved = reserved.minus(amount);
        underWay -= awaited ? 1 : 0;
        spent = spent.plus(actual);
        underpriced |= actual.compareTo(amount) > 0;
        Budget.this.notifyAll();
      }
    }
  }

  private final Money limit;
  private Money spent;
  private Money reserved = Money.ZERO;
  private int underWay;
  private boolean underpriced;

  /**
   * @param spent what was spent of it before
   */
  public Budget(Money limit, Money spent) {
    this.limit = limit;
    this.spent = spent;
  }

  /**
   * Reserves the most that a question can cost. Waits while the answers under way may still free
   * enough.
   *
   * @return empty if it does not fit, or {@code stopping} became true meanwhile
   */
  public synchronized Optional<Reservation> reserve(Money most, BooleanSupplier stopping) {
    while (!fits(most)) {
      if (stopping.getAsBoolean() || underpriced || underWay == 0 || !couldFit(most)) {
        return Optional.empty();
      }
      try {
        wait(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new Reservation(most, true));
  }

  private boolean fits(Money most) {
    return !underpriced && spent.plus(reserved).plus(most).compareTo(limit) <= 0;
  }

  private boolean couldFit(Money most) {
    return spent.plus(most).compareTo(limit) <= 0;
  }

  /** Reserves for a question of a batch, which may take a day: nobody waits for those. */
  public synchronized Optional<Reservation> setAside(Money most) {
    return fits(most) ? Optional.of(new Reservation(most, false)) : Optional.empty();
  }

  /** Takes over what an earlier process set aside for a batch that is still under way. */
  public synchronized Reservation adopt(Money amount) {
    return new Reservation(amount, false);
  }

  public Money limit() {
    return limit;
  }

  public synchronized Money spent() {
    return spent;
  }

  public synchronized Money reserved() {
    return reserved;
  }

  /** Whether a question cost more than the price table allows: nothing more is asked. */
  public synchronized boolean underpriced() {
    return underpriced;
  }
}
