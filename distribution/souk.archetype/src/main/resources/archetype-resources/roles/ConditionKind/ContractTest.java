package ${package};

import java.util.Map;
import souk.model.Spec;
import souk.offer.spi.ConditionKind;
import souk.testkit.ConditionKindContract;

/** What the platform relies on. */
class ${className}ContractTest extends ConditionKindContract {
  @Override
  protected ConditionKind subject() {
    return new ${className}();
  }

  @Override
  protected Spec valid() {
    return new Spec(${className}.ID, Map.of("articles", 3));
  }
}
