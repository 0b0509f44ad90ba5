package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.SnapshotId;
import souk.offer.api.Quote;

/** What this metric promises. */
class ${className}Test {
  private static final Currency GBP = Currency.getInstance("GBP");

  @Test
  void aLargeQuoteCountsAsTheCap() {
    assertEquals(OptionalDouble.of(499), new ${className}(500).measure(quote(499)));
    assertEquals(OptionalDouble.of(500), new ${className}(500).measure(quote(9_999)));
  }

  @Test
  void refusesACapThatWouldMeasureNothing() {
    assertThrows(IllegalArgumentException.class, () -> new ${className}(0));
  }

  @Test
  void bundleAndMetricHaveTheSameVersion() {
    assertEquals(System.getProperty("project.version"), ${className}.VERSION);
  }

  static Quote quote(long netMinor) {
    Money net = Money.ofMinor(netMinor, GBP);
    return new Quote(
        new DecisionId("D-1"),
        new SnapshotId("S-1"),
        Instant.EPOCH,
        List.of(),
        net,
        Money.zero(GBP),
        net,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
