package souk.plan.lib.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceProblemTest {
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e300})
  void everyBadNumberIsRefusedWithItsPlace(double bad) {
    assertRefused("price", () -> builder().step(bad, 1, 1, 1));
    assertRefused("units", () -> builder().step(1, 1, bad, 1));
    assertRefused("cost", () -> builder().step(1, 1, 1, bad));
    if (bad != -1) {
      assertRefused("profit", () -> builder().step(1, bad, 1, 1));
    }
  }

  private static ChoiceProblem.Builder builder() {
    return ChoiceProblem.builder().item("tea").step(1, 1, 1, 1);
  }

  private static void assertRefused(String name, Runnable step) {
    String message = assertThrows(IllegalArgumentException.class, step::run).getMessage();
    assertTrue(
        message.contains(name) && message.contains("(tea)") && message.contains("step 2"), message);
  }

  @Test
  void emptyLaddersItemsWithoutStepsAndRepeatedItemsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> ChoiceProblem.builder().build());
    assertThrows(IllegalArgumentException.class, () -> ChoiceProblem.builder().item("a").item("b"));
    assertThrows(IllegalArgumentException.class, () -> ChoiceProblem.builder().item("a").build());
    assertThrows(IllegalArgumentException.class, () -> builder().item("tea"));
    assertThrows(
        IllegalArgumentException.class, () -> builder().item("other").step(1, 1, 1, 1).item("tea"));
    assertThrows(IllegalArgumentException.class, () -> ChoiceProblem.builder().item(" "));
    assertThrows(IllegalStateException.class, () -> ChoiceProblem.builder().step(1, 1, 1, 1));
  }

  @Test
  void impossibleLimitsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> builder().budget(-1));
    assertThrows(IllegalArgumentException.class, () -> builder().budget(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> builder().minimumUnits(-1));
    assertThrows(IllegalArgumentException.class, () -> builder().minimumUnits(Double.NaN));
  }

  @Test
  void manyItemsKeepTheirOrder() {
    ChoiceProblem.Builder builder = ChoiceProblem.builder();
    for (int i = 0; i < 1_000; i++) {
      builder.item("i" + i).step(i, i, i, i);
    }
    ChoiceProblem problem = builder.build();
    assertEquals(1_000, problem.items());
    assertEquals("i777", problem.id(777));
    assertEquals(777, problem.price(777, 0));
  }
}
