package souk.testkit;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Sku;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PriceLine;

/** Small price plans in GBP to be judged by guards. */
public final class PlantedPlans {
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final Interval NONE = new Interval(0, 0, 0.95);

  private PlantedPlans() {}

  /**
   * A plan for the article {@code S0} alone.
   *
   * @param current price now, in minor units
   * @param proposed price then, in minor units
   * @param cost of a unit, in minor units
   */
  public static Plan price(long current, long proposed, long cost) {
    return plan(List.of(line(0, current, proposed, cost)));
  }

  /**
   * A plan that lowers the price of so many articles from 10.00 to 9.50 and keeps two others.
   *
   * @param articles how many prices change; they are {@code S0}, {@code S1}, …
   */
  public static Plan changing(int articles) {
    return plan(
        IntStream.range(0, articles + 2)
            .mapToObj(i -> line(i, 1_000, i < articles ? 950 : 1_000, 400))
            .toList());
  }

  private static Plan plan(List<PriceLine> lines) {
    Provenance planted = Provenance.builder(Instant.EPOCH, "planted", "1.0.0").build();
    return Plan.builder("P-1", PlanKind.PRICE, planted, Money.zero(GBP)).priceLines(lines).build();
  }

  private static PriceLine line(int article, long current, long proposed, long cost) {
    Money zero = Money.zero(GBP);
    return new PriceLine(
        new Sku("S" + article),
        "Article " + article,
        Money.ofMinor(current, GBP),
        Money.ofMinor(proposed, GBP),
        Money.ofMinor(cost, GBP),
        false,
        1,
        1,
        zero,
        zero,
        NONE,
        -2,
        true,
        List.of(),
        List.of());
  }
}
