package souk.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in minor units of one currency (for example pence), so that nothing is ever lost
 * to binary floating point. Immutable.
 *
 * @param amountMinor amount in minor units; may be negative
 * @param currency ISO 4217 currency
 */
public record Money(long amountMinor, Currency currency) implements Comparable<Money> {
  public Money {
    Objects.requireNonNull(currency, "currency");
  }

  public static Money ofMinor(long amountMinor, Currency currency) {
    return new Money(amountMinor, currency);
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Rounds a decimal amount half-even to the currency's minor unit.
   *
   * @throws ArithmeticException if the result does not fit in a long
   */
  public static Money of(BigDecimal amount, Currency currency) {
    BigDecimal minor = amount.movePointRight(digits(currency)).setScale(0, RoundingMode.HALF_EVEN);
    return new Money(minor.longValueExact(), currency);
  }

  /** Digits after the decimal point: 2 for GBP, 0 for JPY, 3 for KWD. */
  public static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(amountMinor, same(other).amountMinor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(amountMinor, same(other).amountMinor), currency);
  }

  public Money negate() {
    return new Money(Math.negateExact(amountMinor), currency);
  }

  /** Multiplies by an exact factor and rounds half-even once. */
  public Money times(BigDecimal factor) {
    BigDecimal minor =
        BigDecimal.valueOf(amountMinor).multiply(factor).setScale(0, RoundingMode.HALF_EVEN);
    return new Money(minor.longValueExact(), currency);
  }

  public boolean isNegative() {
    return amountMinor < 0;
  }

  public boolean isZero() {
    return amountMinor == 0;
  }

  /** The amount in major units, exact: 12.34 for 1234 pence. */
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(amountMinor, digits(currency));
  }

  /**
   * Compares amounts.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return Long.compare(amountMinor, same(other).amountMinor);
  }

  /** For example {@code GBP 12.34}. */
  @Override
  public String toString() {
    return currency.getCurrencyCode() + " " + toDecimal().toPlainString();
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Cannot combine %s with %s.%nMaybe one of them needs a conversion first."
              .formatted(this, other));
    }
    return other;
  }
}
