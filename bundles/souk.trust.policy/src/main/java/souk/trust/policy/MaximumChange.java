package souk.trust.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.model.Reason;
import souk.plan.api.Plan;
import souk.plan.api.PriceLine;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/** No price moves by more than a share of itself in one plan. */
@Component(
    configurationPid = "souk.trust.policy.maximum-change",
    property = {
      "souk.role=PolicyGuard",
      "souk.strategy=maximum-change",
      "souk.version=1.0.0",
      "souk.family=price",
      "souk.title=Maximum change of prices"
    })
@Designate(ocd = MaximumChange.Config.class)
public final class MaximumChange implements PolicyGuard {
  /** Limits. */
  @ObjectClassDefinition(
      name = "Souk: guard of price changes",
      description = "Stops plans that move a price too far at once.")
  public @interface Config {
    @AttributeDefinition(
        name = "Maximum change (share of the price)",
        description = "Greatest change of a price as a share of the present one, below 1.")
    String maximumChangeShare() default "0.30";
  }

  private final BigDecimal maximumChange;

  @Activate
  public MaximumChange(Config config) {
    this(config.maximumChangeShare());
  }

  MaximumChange(String maximumChangeShare) {
    maximumChange = Shares.parse("maximumChangeShare", maximumChangeShare);
  }

  @Override
  public List<Violation> judge(Plan plan) {
    List<Violation> violations = new ArrayList<>();
    for (PriceLine line : plan.priceLines()) {
      BigDecimal current = line.current().toDecimal();
      BigDecimal change = line.proposed().toDecimal().subtract(current).abs();
      if (change.compareTo(maximumChange.multiply(current.abs())) > 0) {
        String percent =
            current.signum() == 0
                ? "100"
                : change
                    .movePointRight(2)
                    .divide(current.abs(), 1, RoundingMode.HALF_EVEN)
                    .toPlainString();
        violations.add(
            new Violation(
                "maximum-change",
                line.sku().value(),
                Violation.Severity.BLOCK,
                Reason.of(
                    "guard.maximum-change",
                    "The price moves from %s to %s, by %s %%; at most %s %% is allowed. Plan with a smaller maximum change or in two plans."
                        .formatted(
                            line.current(),
                            line.proposed(),
                            percent,
                            Shares.percent(maximumChange)),
                    line.current(),
                    line.proposed(),
                    percent,
                    Shares.percent(maximumChange))));
      }
    }
    return violations;
  }
}
