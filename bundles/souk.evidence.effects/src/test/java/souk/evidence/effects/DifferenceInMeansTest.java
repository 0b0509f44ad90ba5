package souk.evidence.effects;

import souk.evidence.spi.EffectEvaluator;
import souk.testkit.EffectEvaluatorContract;

class DifferenceInMeansTest extends EffectEvaluatorContract {
  @Override
  protected EffectEvaluator subject() {
    return new DifferenceInMeans();
  }
}
