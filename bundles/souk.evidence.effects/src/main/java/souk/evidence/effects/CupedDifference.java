package souk.evidence.effects;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.evidence.api.EffectEstimate;
import souk.evidence.lib.effect.StratifiedDifference;
import souk.evidence.spi.EffectEvaluator;
import souk.evidence.spi.EffectProblem;
import souk.kernel.spi.StrategyProperties;
import souk.model.Refusal;

/** Compares the sides within their strata after taking away what the period before explains. */
@Component(
    service = EffectEvaluator.class,
    property = {
      StrategyProperties.ROLE + "=EffectEvaluator",
      StrategyProperties.STRATEGY + "=" + CupedDifference.ID,
      StrategyProperties.VERSION + "=" + CupedDifference.VERSION,
      StrategyProperties.TITLE + "=Difference adjusted for the period before (CUPED)",
      "service.ranking:Integer=100"
    })
public final class CupedDifference implements EffectEvaluator {
  static final String ID = "cuped-difference";
  static final String VERSION = "1.0.0";

  @Override
  public Optional<Refusal> refuses(EffectProblem problem) {
    return ComparedUnits.refuses(problem);
  }

  @Override
  public EffectEstimate evaluate(EffectProblem problem) {
    ComparedUnits units = ComparedUnits.of(problem);
    return units.estimate(
        StratifiedDifference.adjusted(units.sample(), problem.level()),
        StratifiedDifference.adjusted(units.withoutExtremes(), problem.level()),
        "difference in means adjusted for the period before (CUPED)",
        ID,
        VERSION);
  }
}
