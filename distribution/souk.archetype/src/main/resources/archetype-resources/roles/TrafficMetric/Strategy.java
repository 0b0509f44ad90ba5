package ${package};

import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.kernel.spi.MetricDescription;
import souk.kernel.spi.TrafficMetric;
import souk.offer.api.Quote;

/** What a quote comes to, with a cap, so that a single large order does not decide a trial. */
@Component
@Designate(ocd = ${className}.Config.class)
public final class ${className} implements TrafficMetric {
  static final String ID = "${artifactId}";
  static final String VERSION = "${version}";
  private static final MetricDescription DESCRIPTION =
      MetricDescription.higherIsBetter(ID, "Net amount of a quote, capped", "minor units");

  /** Settings, shown as a form in the web console. */
  @ObjectClassDefinition(name = "${artifactId}", description = "Net amount of a quote, capped.")
  public @interface Config {
    @AttributeDefinition(
        name = "Cap (minor units)",
        description = "A larger quote counts as this much, in pence or cents; 1 or more.",
        min = "1")
    long mostMinor() default 100_000;
  }

  private final long mostMinor;

  @Activate
  public ${className}(Config config) {
    this(config.mostMinor());
  }

  ${className}(long mostMinor) {
    if (mostMinor < 1) {
      throw new IllegalArgumentException(
          "mostMinor must be at least 1, but is %d.\nMaybe it was left empty.".formatted(mostMinor));
    }
    this.mostMinor = mostMinor;
  }

  @Override
  public MetricDescription description() {
    return DESCRIPTION;
  }

  @Override
  public OptionalDouble measure(Object outcome) {
    return outcome instanceof Quote quote
        ? OptionalDouble.of(Math.min(mostMinor, quote.net().amountMinor()))
        : OptionalDouble.empty();
  }
}
