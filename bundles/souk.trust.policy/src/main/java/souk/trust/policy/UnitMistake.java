package souk.trust.policy;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import souk.model.Money;
import souk.model.Reason;
import souk.plan.api.Plan;
import souk.plan.api.PriceLine;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/**
 * Amounts that differ by a factor of ten or more smell of pence taken for pounds: a price against
 * the present one, and a cost against the present price.
 */
@Component(
    property = {
      "souk.role=PolicyGuard",
      "souk.strategy=unit-mistake",
      "souk.version=1.0.0",
      "souk.family=price",
      "souk.title=Mistaken units"
    })
public final class UnitMistake implements PolicyGuard {
  private static final long FACTOR = 10;

  @Override
  public List<Violation> judge(Plan plan) {
    List<Violation> violations = new ArrayList<>();
    for (PriceLine line : plan.priceLines()) {
      if (line.changed() && farApart(line.proposed(), line.current())) {
        violations.add(violation(line, "price", line.proposed()));
      }
      if (line.changed()
          && line.unitCost().amountMinor() > 0
          && atLeastTenfold(line.unitCost(), line.current())) {
        violations.add(violation(line, "unit cost", line.unitCost()));
      }
    }
    return violations;
  }

  private static boolean farApart(Money a, Money b) {
    return atLeastTenfold(a, b) || atLeastTenfold(b, a);
  }

  private static boolean atLeastTenfold(Money large, Money small) {
    return large.amountMinor() / FACTOR >= Math.max(1, small.amountMinor());
  }

  private static Violation violation(PriceLine line, String what, Money value) {
    return new Violation(
        "unit-mistake",
        line.sku().value(),
        Violation.Severity.BLOCK,
        Reason.of(
            "guard.unit-mistake",
            "The %s %s is %d times or more away from the present price %s. Maybe one of them is in another unit."
                .formatted(what, value, FACTOR, line.current()),
            what,
            value,
            FACTOR,
            line.current()));
  }
}
