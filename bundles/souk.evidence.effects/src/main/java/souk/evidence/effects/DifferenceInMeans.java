package souk.evidence.effects;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.evidence.api.EffectEstimate;
import souk.evidence.lib.effect.StratifiedDifference;
import souk.evidence.spi.EffectEvaluator;
import souk.evidence.spi.EffectProblem;
import souk.kernel.spi.StrategyProperties;
import souk.model.Refusal;

/** Compares the sides within their strata as they are; needs nothing but outcomes. */
@Component(
    service = EffectEvaluator.class,
    property = {
      StrategyProperties.ROLE + "=EffectEvaluator",
      StrategyProperties.STRATEGY + "=" + DifferenceInMeans.ID,
      StrategyProperties.VERSION + "=" + DifferenceInMeans.VERSION,
      StrategyProperties.BUILTIN + ":Boolean=true",
      StrategyProperties.TITLE + "=Difference in means"
    })
public final class DifferenceInMeans implements EffectEvaluator {
  static final String ID = "difference-in-means";
  static final String VERSION = "1.0.0";

  @Override
  public Optional<Refusal> refuses(EffectProblem problem) {
    return ComparedUnits.refuses(problem);
  }

  @Override
  public EffectEstimate evaluate(EffectProblem problem) {
    ComparedUnits units = ComparedUnits.of(problem);
    return units.estimate(
        StratifiedDifference.plain(units.sample(), problem.level()),
        StratifiedDifference.plain(units.withoutExtremes(), problem.level()),
        "difference in means",
        ID,
        VERSION);
  }
}
