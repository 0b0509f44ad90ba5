package souk.offer.lib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import souk.offer.lib.ThresholdTiers.Tier;

class DiscountsTest {
  @Test
  void percentageRoundsHalfEvenPerLine() {
    PercentageDiscount ten = new PercentageDiscount(BigDecimal.TEN);
    assertEquals(2, ten.of(25));
    assertEquals(4, ten.of(35));
    assertEquals(0, ten.of(5));
    assertEquals(1234, new PercentageDiscount(BigDecimal.valueOf(100)).of(1234));
    assertEquals(33, new PercentageDiscount(new BigDecimal("33.333333")).of(100));
  }

  @Test
  void percentageEqualsTheDecimalOne() {
    Random random = new Random(9);
    for (int round = 0; round < 50_000; round++) {
      BigDecimal percent = BigDecimal.valueOf(1 + random.nextInt(99_999_999), random.nextInt(7));
      if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
        continue;
      }
      long gross = random.nextLong(round % 2 == 0 ? 1_000 : 1_000_000_000_000_000_000L);
      BigDecimal exact = BigDecimal.valueOf(gross).multiply(percent).movePointLeft(2);
      assertEquals(
          exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact(),
          new PercentageDiscount(percent).of(gross));
    }
  }

  @Test
  void impossiblePercentagesAreRefused() {
    for (String percent : new String[] {"0", "-5", "100.01", "12.1234567"}) {
      assertThrows(
          IllegalArgumentException.class, () -> new PercentageDiscount(new BigDecimal(percent)));
    }
  }

  @Test
  void highestTierReachedCountsAlone() {
    ThresholdTiers tiers = new ThresholdTiers(List.of(new Tier(6000, 900), new Tier(3000, 300)));
    assertEquals(0, tiers.amountOff(2999));
    assertEquals(300, tiers.amountOff(3000));
    assertEquals(300, tiers.amountOff(5999));
    assertEquals(900, tiers.amountOff(1_000_000));
    assertEquals(3000, tiers.next(2000).orElseThrow().fromMinor());
    assertTrue(tiers.next(6000).isEmpty());
  }

  @Test
  void fixedAmountOverSeveralLinesSumsExactly() {
    ThresholdTiers tiers = new ThresholdTiers(List.of(new Tier(3000, 1000)));
    assertArrayEquals(
        new long[] {334, 333, 0, 333}, tiers.discounts(new long[] {1000, 1000, 0, 1000}));
    assertArrayEquals(new long[] {0, 0}, tiers.discounts(new long[] {1000, 1000}));
  }

  @Test
  void impossibleTiersAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Tier(300, 3000));
    assertThrows(IllegalArgumentException.class, () -> new Tier(300, 0));
    assertThrows(IllegalArgumentException.class, () -> new ThresholdTiers(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ThresholdTiers(List.of(new Tier(100, 10), new Tier(200, 10))));
  }
}
