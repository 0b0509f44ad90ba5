package souk.plan.core;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.model.Interval;
import souk.model.Money;
import souk.plan.api.PromotionLine;
import souk.plan.api.PromotionType;
import souk.plan.spi.PromotionCandidate;
import souk.plan.spi.PromotionPlanner;
import souk.plan.spi.PromotionProblem;

/**
 * Self-test of promotion planners: two depths for one segment, and a promotion that loses money.
 */
@Component
public final class PromotionPlannerProbe implements RoleProbe {
  private static final Currency CURRENCY = Currency.getInstance("GBP");

  @Override
  public String role() {
    return PromotionPlanner.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    PromotionProblem problem =
        new PromotionProblem(
            List.of(
                candidate("members", 100, 50),
                candidate("members", 180, 90),
                candidate("others", -20, 10)),
            Money.ofMinor(200, CURRENCY));
    PromotionPlanner planner = (PromotionPlanner) strategy;
    if (planner.refuses(problem).isPresent()) {
      return Optional.of("refuses three promotions: " + planner.refuses(problem).get());
    }
    return PromotionChecks.complaint(problem, planner.plan(problem));
  }

  private static PromotionCandidate candidate(String segment, long gainMinor, long costMinor) {
    Money zero = Money.zero(CURRENCY);
    return new PromotionCandidate(
        segment,
        new PromotionLine(
            segment + gainMinor,
            "Probe",
            PromotionType.PERCENTAGE,
            BigDecimal.TEN,
            zero,
            zero,
            segment,
            Set.of(),
            Money.ofMinor(gainMinor, CURRENCY),
            new Interval(gainMinor / 100.0, gainMinor / 100.0, 0.95),
            Money.ofMinor(costMinor, CURRENCY),
            List.of()));
  }
}
