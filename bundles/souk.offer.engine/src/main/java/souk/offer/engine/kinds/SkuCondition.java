package souk.offer.engine.kinds;

import org.osgi.service.component.annotations.Component;
import souk.offer.spi.ConditionKind;

/** Another name of {@link ProductCondition}. */
@Component(
    service = ConditionKind.class,
    property = {
      "souk.role=ConditionKind",
      "souk.strategy=sku",
      "souk.version=1.0.0",
      "souk.builtin:Boolean=true",
      "souk.title=Condition: articles in the cart"
    })
public final class SkuCondition extends ProductCondition {}
