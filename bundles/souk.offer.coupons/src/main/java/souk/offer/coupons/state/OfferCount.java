package souk.offer.coupons.state;

import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Uses of one offer. One thread writes, others read. */
public final class OfferCount {
  private final int number;
  private final Map<Currency, Long> spent = new ConcurrentHashMap<>();
  private volatile Currency budgetCurrency;
  private volatile long orders;

  OfferCount(int number, Currency first) {
    this.number = number;
    this.budgetCurrency = first;
  }

  int number() {
    return number;
  }

  /** Reserved and final uses. */
  public long orders() {
    return orders;
  }

  /** Discounts given in one currency. */
  public long spent(Currency currency) {
    return spent.getOrDefault(currency, 0L);
  }

  /** Discounts given in the currency of the last claim with a budget, or of the first claim. */
  public long spent() {
    return spent(budgetCurrency);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
  void add(long uses, long amountMinor, Currency currency, boolean budgeted) {
    orders += uses;
    spent.merge(currency, amountMinor, Math::addExact);
    if (budgeted && !currency.equals(budgetCurrency)) {
      budgetCurrency = currency;
    }
  }
}
