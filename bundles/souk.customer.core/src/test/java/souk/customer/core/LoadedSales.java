package souk.customer.core;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import souk.data.api.Item;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.data.api.SimulatedWeek;
import souk.model.Money;
import souk.model.Panel;
import souk.model.PurchaseLog;
import souk.model.Sku;

/** A sales history of one purchase log, which can be exchanged or taken away. */
final class LoadedSales implements SalesHistory {
  private static final Currency GBP = Currency.getInstance("GBP");
  private volatile Optional<PurchaseLog> log = Optional.empty();

  LoadedSales load(PurchaseLog purchases) {
    this.log = Optional.of(purchases);
    return this;
  }

  @Override
  public Optional<SalesSummary> summary() {
    return log.map(
        l ->
            new SalesSummary(
                0,
                l.rows(),
                l.customers().size(),
                l.skus().size(),
                LocalDate.ofEpochDay(l.epochDay(0)),
                LocalDate.ofEpochDay(l.epochDay(l.rows() - 1)),
                Money.ofMinor(IntStream.range(0, l.rows()).mapToLong(l::amountMinor).sum(), GBP)));
  }

  @Override
  public Optional<Currency> currency() {
    return log.map(l -> GBP);
  }

  @Override
  public PurchaseLog purchases(SalesQuery query) {
    return log.orElseThrow();
  }

  @Override
  public Panel weekly(SalesQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Panel daily(SalesQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Item> items(SalesQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Item> item(Sku sku) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void addSimulated(String runId, Collection<SimulatedWeek> weeks) {
    throw new UnsupportedOperationException();
  }
}
