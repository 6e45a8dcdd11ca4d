package org.facewright.verdict.cost;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in the price table's currency, exact to a billionth. Written to JSON as decimal text.
 *
 * @param nano billionths of the currency's unit
 */
public record Money(long nano) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);
  private static final int DIGITS = 9;

  /** An amount such as {@code "2.50"}; what is finer than a billionth is rounded up. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Money of(String amount) {
    return new Money(
        new BigDecimal(amount)
            .setScale(DIGITS, RoundingMode.CEILING)
            .unscaledValue()
            .longValueExact());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(nano, other.nano));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(nano, other.nano));
  }

  /** This price, said per million tokens, for some tokens; rounded up. */
  public Money forTokens(long tokens) {
    return new Money(Math.ceilDiv(Math.multiplyExact(nano, tokens), 1_000_000L));
  }

  /** A share of this amount, rounded up. */
  public Money times(double factor) {
    return new Money((long) Math.ceil(nano * factor));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(nano, other.nano);
  }

  /** Plain decimal, such as {@code 0.0031}. */
  @JsonValue
  @Override
  public String toString() {
    BigDecimal amount = BigDecimal.valueOf(nano, DIGITS).stripTrailingZeros();
    return amount.signum() == 0 ? "0" : amount.toPlainString();
  }
}
