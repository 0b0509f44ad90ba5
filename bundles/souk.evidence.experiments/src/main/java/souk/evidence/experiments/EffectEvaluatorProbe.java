package souk.evidence.experiments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.UnitKind;
import souk.evidence.api.UnitOutcome;
import souk.evidence.spi.EffectEvaluator;
import souk.evidence.spi.EffectProblem;
import souk.kernel.spi.RoleProbe;
import souk.model.EvidenceLabel;

/** Asks an evaluator for a large, obvious effect. */
@Component(service = RoleProbe.class)
public final class EffectEvaluatorProbe implements RoleProbe {
  private static final double TRUTH = 10;
  private static final int UNITS = 40;

  @Override
  public String role() {
    return EffectEvaluator.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    EffectProblem problem = problem();
    EffectEvaluator evaluator = (EffectEvaluator) strategy;
    if (evaluator.refuses(problem).isPresent()) {
      return Optional.of("refuses 40 units with an obvious effect");
    }
    EffectEstimate e = evaluator.evaluate(problem);
    Optional<String> complaint = Evaluations.complaint(e);
    if (complaint.isPresent()) {
      return complaint;
    }
    boolean right = e.interval().low() > 0 && Math.abs(e.perUnit() - TRUTH) < TRUTH / 2;
    return right
        ? Optional.empty()
        : Optional.of(
            "answers %s in [%s, %s] where the effect is %s"
                .formatted(e.perUnit(), e.interval().low(), e.interval().high(), TRUTH));
  }

  private static EffectProblem problem() {
    List<UnitOutcome> outcomes = new ArrayList<>();
    TreeSet<String> treatment = new TreeSet<>();
    TreeSet<String> control = new TreeSet<>();
    Map<String, Integer> strata = new HashMap<>();
    for (int i = 0; i < UNITS; i++) {
      boolean treated = i % 2 == 0;
      String unit = "U" + i;
      (treated ? treatment : control).add(unit);
      strata.put(unit, i < UNITS / 2 ? 0 : 1);
      double before = 20 + i % 7;
      double after = before + 0.5 * (i % 3 - 1) + (treated ? TRUTH : 0);
      outcomes.add(new UnitOutcome(unit, treated, before, after));
    }
    Experiment experiment =
        new Experiment(
            "E-0",
            "P-0",
            UnitKind.SKU,
            0.5,
            1,
            treatment,
            control,
            strata,
            Instant.EPOCH,
            EvidenceLabel.SIMULATED);
    return new EffectProblem(experiment, "profit", outcomes, 0.95, Instant.EPOCH);
  }
}
