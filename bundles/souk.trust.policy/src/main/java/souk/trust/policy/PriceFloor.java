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

/**
 * No changed price without a floor, none below its cost and a least margin. A cost that is missing
 * is a refusal: it never counts as zero.
 */
@Component(
    configurationPid = "souk.trust.policy.price-floor",
    property = {
      "souk.role=PolicyGuard",
      "souk.strategy=price-floor",
      "souk.version=1.0.0",
      "souk.family=price",
      "souk.title=Floor and margin of prices",
      "souk.builtin:Boolean=true"
    })
@Designate(ocd = PriceFloor.Config.class)
public final class PriceFloor implements PolicyGuard {
  /** Limits. */
  @ObjectClassDefinition(
      name = "Souk: guard of floor and margin",
      description = "Stops plans that sell below cost or below a least margin.")
  public @interface Config {
    @AttributeDefinition(
        name = "Margin floor (share of the price)",
        description = "Least margin as a share of the price, from 0 to below 1.")
    String marginFloorShare() default "0.05";
  }

  private final BigDecimal marginFloor;

  @Activate
  public PriceFloor(Config config) {
    this(config.marginFloorShare());
  }

  PriceFloor(String marginFloorShare) {
    marginFloor = Shares.parse("marginFloorShare", marginFloorShare);
  }

  @Override
  public List<Violation> judge(Plan plan) {
    List<Violation> violations = new ArrayList<>();
    for (PriceLine line : plan.priceLines()) {
      if (line.changed()) {
        judge(line, violations);
      }
    }
    return violations;
  }

  private void judge(PriceLine line, List<Violation> violations) {
    long price = line.proposed().amountMinor();
    long cost = line.unitCost().amountMinor();
    if (cost <= 0) {
      violations.add(
          block(
              "missing-floor",
              line,
              Reason.of(
                  "guard.missing-floor",
                  "The price of %s has no floor: its unit cost is %s. Load its cost or leave the article out."
                      .formatted(line.sku(), line.unitCost()),
                  line.sku(),
                  line.unitCost())));
    } else if (price <= 0) {
      violations.add(
          block(
              "price-not-positive",
              line,
              Reason.of(
                  "guard.price-not-positive",
                  "The proposed price %s must be greater than 0.".formatted(line.proposed()),
                  line.proposed())));
    } else if (BigDecimal.valueOf(price - cost)
            .compareTo(marginFloor.multiply(BigDecimal.valueOf(price)))
        < 0) {
      BigDecimal margin =
          BigDecimal.valueOf(100 * (price - cost))
              .divide(BigDecimal.valueOf(price), 1, RoundingMode.HALF_EVEN);
      violations.add(
          block(
              "margin-floor",
              line,
              Reason.of(
                  "guard.margin-floor",
                  "The price %s leaves a margin of %s %% over the cost %s; at least %s %% is required. Raise the price or lower the required margin."
                      .formatted(
                          line.proposed(), margin, line.unitCost(), Shares.percent(marginFloor)),
                  line.proposed(),
                  margin,
                  line.unitCost(),
                  Shares.percent(marginFloor))));
    }
  }

  private static Violation block(String rule, PriceLine line, Reason reason) {
    return new Violation(rule, line.sku().value(), Violation.Severity.BLOCK, reason);
  }
}
