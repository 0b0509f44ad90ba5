package souk.offer.engine;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import souk.model.Spec;
import souk.offer.engine.kinds.BuiltInKinds;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.EffectKind;
import souk.offer.spi.LinePricer;
import souk.offer.spi.SelectionPolicy;
import souk.testkit.ConditionKindContract;
import souk.testkit.EffectKindContract;
import souk.testkit.LinePricerContract;
import souk.testkit.SelectionPolicyContract;

/** The strategies and kinds of the platform keep their contracts. */
class ContractsTest {
  @Nested
  class PriceBookPricerTest extends LinePricerContract {
    @Override
    protected LinePricer subject() {
      return new PriceBookPricer();
    }
  }

  @Nested
  class BestForCustomerTest extends SelectionPolicyContract {
    @Override
    protected SelectionPolicy subject() {
      return new BestForCustomer();
    }
  }

  @Nested
  class ByPriorityTest extends SelectionPolicyContract {
    @Override
    protected SelectionPolicy subject() {
      return new ByPriority();
    }
  }

  @Nested
  class AudienceTest extends ConditionKindContract {
    @Override
    protected ConditionKind subject() {
      return BuiltInKinds.CONDITIONS.get("audience");
    }

    @Override
    protected Spec valid() {
      return new Spec("audience", Map.of("anyOf", List.of("segment:high-value")));
    }
  }

  @Nested
  class CartMinimumTest extends ConditionKindContract {
    @Override
    protected ConditionKind subject() {
      return BuiltInKinds.CONDITIONS.get("cart-minimum");
    }

    @Override
    protected Spec valid() {
      return new Spec("cart-minimum", Map.of("amountMinor", 1_000));
    }
  }

  @Nested
  class ProductTest extends ConditionKindContract {
    @Override
    protected ConditionKind subject() {
      return BuiltInKinds.CONDITIONS.get("product");
    }

    @Override
    protected Spec valid() {
      return new Spec("product", Map.of("skus", List.of("S1", "S7"), "minimumQuantity", 3));
    }
  }

  @Nested
  class PercentageTest extends EffectKindContract {
    @Override
    protected EffectKind subject() {
      return BuiltInKinds.EFFECTS.get("percentage");
    }

    @Override
    protected Spec valid() {
      return new Spec("percentage", Map.of("percent", 12, "skus", List.of("S0", "S2")));
    }
  }

  @Nested
  class ThresholdTest extends EffectKindContract {
    @Override
    protected EffectKind subject() {
      return BuiltInKinds.EFFECTS.get("threshold");
    }

    @Override
    protected Spec valid() {
      return new Spec("threshold", Map.of("thresholdMinor", 600, "amountOffMinor", 599));
    }
  }
}
