package ${package};

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.model.Cart;
import souk.model.CartLine;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;

/** The price of the book, lowered to the next one with a given ending; never below the floor. */
@Component(
    property = {
      "souk.role=LinePricer",
      "souk.strategy=" + ${className}.ID,
      "souk.version=" + ${className}.VERSION,
      "souk.title=Prices with one ending"
    })
@Designate(ocd = ${className}.Config.class)
public final class ${className} implements LinePricer {
  static final String ID = "${artifactId}";
  static final String VERSION = "${version}";
  private static final long NO_PRICE = -1;

  /** Settings, shown as a form in the web console. */
  @ObjectClassDefinition(name = "${artifactId}", description = "Prices with one ending.")
  public @interface Config {
    @AttributeDefinition(
        name = "Step (minor units)",
        description = "Distance of two allowed prices in pence or cents, 2 to 10000.",
        min = "2",
        max = "10000")
    long stepMinor() default 10;

    @AttributeDefinition(
        name = "Ending (minor units)",
        description = "Last digits of an allowed price, 0 to below the step.",
        min = "0",
        max = "9999")
    long endingMinor() default 9;
  }

  private final long stepMinor;
  private final long endingMinor;

  @Activate
  public ${className}(Config config) {
    this(config.stepMinor(), config.endingMinor());
  }

  ${className}(long stepMinor, long endingMinor) {
    if (stepMinor < 2 || stepMinor > 10_000 || endingMinor < 0 || endingMinor >= stepMinor) {
      throw new IllegalArgumentException(
          "stepMinor must lie in [2, 10000] and endingMinor in [0, stepMinor), but they are %d and %d.\nMaybe they were given in major units."
              .formatted(stepMinor, endingMinor));
    }
    this.stepMinor = stepMinor;
    this.endingMinor = endingMinor;
  }

  @Override
  public long[] unitPricesMinor(Cart cart, PriceBook prices) {
    List<CartLine> lines = cart.lines();
    long[] minor = new long[lines.size()];
    for (int i = 0; i < minor.length; i++) {
      minor[i] = prices.price(lines.get(i).sku()).map(this::withEnding).orElse(NO_PRICE);
    }
    return minor;
  }

  private long withEnding(BookPrice book) {
    long price = book.price().amountMinor();
    long lowered = price - Math.floorMod(price - endingMinor, stepMinor);
    long floor = Math.max(1, book.floor().amountMinor());
    return lowered < floor ? price : lowered;
  }
}
