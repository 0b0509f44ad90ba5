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
import souk.plan.api.PromotionLine;
import souk.plan.api.PromotionType;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/**
 * No promotion deeper than a limit; deep ones need a second person. The depth of money off is its
 * amount over its threshold.
 */
@Component(
    configurationPid = "souk.trust.policy.promotion-depth",
    property = {
      "souk.role=PolicyGuard",
      "souk.strategy=promotion-depth",
      "souk.version=1.0.0",
      "souk.family=promotion",
      "souk.title=Depth of promotions"
    })
@Designate(ocd = PromotionDepth.Config.class)
public final class PromotionDepth implements PolicyGuard {
  /** Limits. */
  @ObjectClassDefinition(
      name = "Souk: guard of promotions",
      description = "Stops promotions that are too deep.")
  public @interface Config {
    @AttributeDefinition(
        name = "Maximum depth (share)",
        description = "Greatest discount as a share of the price or threshold, below 1.")
    String maximumDepthShare() default "0.50";

    @AttributeDefinition(
        name = "Depth that needs a second person (share)",
        description = "Promotions deeper than this need two different people to approve.")
    String secondPersonDepthShare() default "0.30";
  }

  private final BigDecimal maximum;
  private final BigDecimal secondPerson;

  @Activate
  public PromotionDepth(Config config) {
    this(config.maximumDepthShare(), config.secondPersonDepthShare());
  }

  PromotionDepth(String maximumDepthShare, String secondPersonDepthShare) {
    maximum = Shares.parse("maximumDepthShare", maximumDepthShare);
    secondPerson = Shares.parse("secondPersonDepthShare", secondPersonDepthShare);
  }

  @Override
  public List<Violation> judge(Plan plan) {
    List<Violation> violations = new ArrayList<>();
    for (PromotionLine line : plan.promotionLines()) {
      BigDecimal depth = depth(line);
      if (depth.signum() <= 0 || depth.compareTo(maximum) > 0) {
        violations.add(violation(line, depth, maximum, Violation.Severity.BLOCK));
      } else if (depth.compareTo(secondPerson) > 0) {
        violations.add(violation(line, depth, secondPerson, Violation.Severity.SECOND_PERSON));
      }
    }
    return violations;
  }

  private static BigDecimal depth(PromotionLine line) {
    if (line.type() == PromotionType.PERCENTAGE) {
      return line.percentOff().movePointLeft(2);
    }
    return line.threshold().amountMinor() <= 0
        ? BigDecimal.ONE
        : line.amountOff()
            .toDecimal()
            .divide(line.threshold().toDecimal(), 6, RoundingMode.HALF_EVEN);
  }

  private static Violation violation(
      PromotionLine line, BigDecimal depth, BigDecimal limit, Violation.Severity severity) {
    return new Violation(
        "promotion-depth",
        line.id(),
        severity,
        Reason.of(
            "guard.promotion-depth",
            "%s takes off %s %%; more than 0 %% and at most %s %% is allowed%s."
                .formatted(
                    line.name(),
                    Shares.percent(depth),
                    Shares.percent(limit),
                    severity == Violation.Severity.BLOCK ? "" : " without a second person"),
            line.name(),
            Shares.percent(depth),
            Shares.percent(limit)));
  }
}
