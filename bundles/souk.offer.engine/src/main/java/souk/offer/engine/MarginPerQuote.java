package souk.offer.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.kernel.spi.MetricDescription;
import souk.kernel.spi.TrafficMetric;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;

/**
 * What a quote leaves over the floors of its articles, in minor units. The publisher sets the floor
 * to the unit cost, as loaded or assumed, so this is the margin as far as costs are known. A quote
 * of another snapshot than the current one, or with an article that has no floor there, is not
 * measured.
 */
@Component(service = TrafficMetric.class)
public final class MarginPerQuote implements TrafficMetric {
  private static final MetricDescription DESCRIPTION =
      MetricDescription.higherIsBetter("margin-per-quote", "Margin per quote", "minor units");

  private final Snapshots snapshots;

  @Activate
  public MarginPerQuote(@Reference Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public MetricDescription description() {
    return DESCRIPTION;
  }

  @Override
  public OptionalDouble measure(Object outcome) {
    if (!(outcome instanceof Quote quote)) {
      return OptionalDouble.empty();
    }
    Optional<PriceBook> prices =
        snapshots
            .current()
            .filter(current -> current.id().equals(quote.snapshot()))
            .flatMap((Snapshot current) -> current.part(PriceBook.class));
    return prices.isEmpty() ? OptionalDouble.empty() : margin(quote, prices.get());
  }

  private static OptionalDouble margin(Quote quote, PriceBook prices) {
    long margin = 0;
    for (QuoteLine line : quote.lines()) {
      Optional<BookPrice> price = prices.price(line.sku());
      if (price.isEmpty()) {
        return OptionalDouble.empty();
      }
      BigDecimal cost =
          line.quantity().multiply(BigDecimal.valueOf(price.get().floor().amountMinor()));
      margin += line.net().amountMinor() - cost.setScale(0, RoundingMode.HALF_EVEN).longValue();
    }
    return OptionalDouble.of(margin);
  }
}
