package souk.trust.approval;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.model.Money;
import souk.model.Provenance;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/** Self-test of guards: a plan that changes nothing must be judged without complaint. */
@Component
public final class PolicyGuardProbe implements RoleProbe {
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
    List<Violation> violations = ((PolicyGuard) strategy).judge(empty);
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "finds %d violations in a plan that changes nothing".formatted(violations.size()));
  }

  @Override
  public boolean calledByName() {
    return true;
  }
}
