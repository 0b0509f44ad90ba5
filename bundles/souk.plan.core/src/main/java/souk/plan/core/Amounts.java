package souk.plan.core;

import java.util.Currency;
import souk.model.Money;

/** Between the minor units of a currency and the major units of optimisers and intervals. */
record Amounts(Currency currency, double minorPerMajor) {
  static Amounts of(Currency currency) {
    return new Amounts(currency, Math.pow(10, Money.digits(currency)));
  }

  double major(double minor) {
    return minor / minorPerMajor;
  }

  /** Rounded half-even to the minor unit. */
  Money money(double minor) {
    return Money.ofMinor((long) Math.rint(minor), currency);
  }

  Money ofMinor(long minor) {
    return Money.ofMinor(minor, currency);
  }

  /** An upper bound stays one: rounded up. */
  Money boundAbove(Money objective, double majorAbove) {
    long above = (long) Math.ceil(Math.max(0, majorAbove) * minorPerMajor - 1e-6);
    return Money.ofMinor(Math.addExact(objective.amountMinor(), above), currency);
  }
}
