package souk.offer.coupons.state;

import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import souk.offer.coupons.record.ByteSink;
import souk.offer.coupons.record.ByteSource;
import souk.offer.coupons.record.EntryCodec;

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

  static OfferCount read(ByteSource source) {
    int number = source.i32();
    OfferCount count = new OfferCount(number, EntryCodec.currency(source.text()));
    count.orders = source.i64();
    int currencies = source.count(12);
    for (int i = 0; i < currencies; i++) {
      count.spent.put(EntryCodec.currency(source.text()), source.i64());
    }
    return count;
  }

  void write(ByteSink sink) {
    sink.i32(number).text(budgetCurrency.getCurrencyCode()).i64(orders).i32(spent.size());
    spent.forEach((currency, minor) -> sink.text(currency.getCurrencyCode()).i64(minor));
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
