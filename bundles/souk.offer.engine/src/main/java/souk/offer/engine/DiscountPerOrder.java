package souk.offer.engine;

import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.MetricDescription;
import souk.kernel.spi.TrafficMetric;
import souk.offer.api.Quote;

/** What the offers take off a quote, in minor units. */
@Component(service = TrafficMetric.class)
public final class DiscountPerOrder implements TrafficMetric {
  private static final MetricDescription DESCRIPTION =
      MetricDescription.lowerIsBetter("discount-per-order", "Discount per order", "minor units");

  @Override
  public MetricDescription description() {
    return DESCRIPTION;
  }

  @Override
  public OptionalDouble measure(Object outcome) {
    return outcome instanceof Quote quote
        ? OptionalDouble.of(quote.discount().amountMinor())
        : OptionalDouble.empty();
  }
}
