package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.model.Spec;
import souk.testkit.Carts;

/** What this condition promises. */
class ${className}Test {
  private final ${className} kind = new ${className}();

  @Test
  void countsDifferentArticles() {
    assertTrue(kind.fails(spec(3), Carts.context(new long[] {1, 2, 3}, Set.of())).isEmpty());
    String reason =
        kind.fails(spec(3), Carts.context(new long[] {1, 2}, Set.of())).orElseThrow().text();
    assertEquals("3 different articles are needed, the cart has 2.", reason);
  }

  @Test
  void refusesWhatIsNoNumberOfArticles() {
    assertFalse(kind.validate(spec(0)).isEmpty());
    assertFalse(kind.validate(spec(1_001)).isEmpty());
    assertFalse(kind.validate(spec(new BigDecimal("1.5"))).isEmpty());
    assertFalse(kind.validate(spec("three")).isEmpty());
    assertFalse(kind.validate(Spec.of(${className}.ID)).isEmpty());
  }

  @Test
  void bundleAndStrategyHaveTheSameVersion() {
    assertEquals(System.getProperty("project.version"), ${className}.VERSION);
  }

  private static Spec spec(Object articles) {
    return new Spec(${className}.ID, Map.of("articles", articles));
  }
}
