package souk.trust.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.model.Money;
import souk.model.Provenance;
import souk.offer.api.PriceBook;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.trust.api.OfferChange;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/** Self-test of guards: what changes nothing must be judged without complaint. */
@Component
public final class PolicyGuardProbe implements RoleProbe {
  private static final OfferChange NO_CHANGE =
      OfferChange.builder(
              "probe", Instant.EPOCH, new PriceBook(Currency.getInstance("GBP"), Map.of()))
          .build();

  @Override
  public String role() {
    return PolicyGuard.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    Plan empty =
        Plan.builder(
                "probe",
                PlanKind.PRICE,
                Provenance.builder(Instant.EPOCH, "probe", "1.0.0").build(),
                Money.zero(Currency.getInstance("GBP")))
            .build();
    PolicyGuard guard = (PolicyGuard) strategy;
    List<Violation> violations = new ArrayList<>(guard.judge(empty));
    violations.addAll(guard.judgeOffers(NO_CHANGE));
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "finds %d violations in a plan and a change of offers that change nothing"
                .formatted(violations.size()));
  }

  @Override
  public boolean calledByName() {
    return true;
  }
}
