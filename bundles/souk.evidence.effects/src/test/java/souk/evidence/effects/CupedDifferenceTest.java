package souk.evidence.effects;

import souk.evidence.spi.EffectEvaluator;
import souk.testkit.EffectEvaluatorContract;

class CupedDifferenceTest extends EffectEvaluatorContract {
  @Override
  protected EffectEvaluator subject() {
    return new CupedDifference();
  }
}
