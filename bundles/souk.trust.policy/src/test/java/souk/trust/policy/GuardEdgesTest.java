package souk.trust.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import souk.trust.api.Violation;

class GuardEdgesTest {
  @Test
  void aMissingCostIsARefusalNotAZeroFloor() {
    List<Violation> violations = new PriceFloor("0").judge(Plans.price(200, 210, 0));
    assertEquals("missing-floor", violations.get(0).rule());
  }

  @Test
  void keptPricesAreNotJudgedByTheFloor() {
    assertTrue(new PriceFloor("0.10").judge(Plans.price(100, 100, 300)).isEmpty());
  }

  @Test
  void penceTakenForPoundsAreCaughtBothWays() {
    assertEquals(1, new UnitMistake().judge(Plans.price(1999, 19, 10)).size());
    assertEquals(1, new UnitMistake().judge(Plans.price(19, 1999, 10)).size());
    assertEquals(1, new UnitMistake().judge(Plans.price(19, 20, 1000)).size());
    assertTrue(new UnitMistake().judge(Plans.price(1999, 200, 100)).isEmpty());
  }

  @Test
  void deepPromotionsNeedASecondPerson() {
    List<Violation> violations = new PromotionDepth("0.5", "0.3").judge(Plans.percentage("40"));
    assertEquals(Violation.Severity.SECOND_PERSON, violations.get(0).severity());
  }

  @Test
  void moneyOffWithoutAThresholdIsStopped() {
    List<Violation> violations = new PromotionDepth("0.5", "0.3").judge(Plans.threshold(0, 100));
    assertEquals(Violation.Severity.BLOCK, violations.get(0).severity());
  }

  @Test
  void impossibleLimitsAreRefusedWithTheirValue() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new MaximumChange("15")).getMessage();
    assertTrue(message.contains("15") && message.contains("percent"), message);
    assertThrows(IllegalArgumentException.class, () -> new PriceFloor("ten"));
  }
}
