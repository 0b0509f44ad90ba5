package souk.evidence.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.evidence.api.EffectEstimate;
import souk.evidence.effects.CupedDifference;
import souk.evidence.effects.DifferenceInMeans;
import souk.evidence.spi.EffectEvaluator;
import souk.evidence.spi.EffectProblem;
import souk.model.Interval;
import souk.model.Refusal;

class EffectEvaluatorProbeTest {
  private final EffectEvaluatorProbe probe = new EffectEvaluatorProbe();

  @Test
  void ourEvaluatorsPass() {
    assertEquals(Optional.empty(), probe.probe(new CupedDifference()));
    assertEquals(Optional.empty(), probe.probe(new DifferenceInMeans()));
  }

  @Test
  void anEvaluatorWithTheWrongSignFails() {
    EffectEvaluator turned =
        new EffectEvaluator() {
          private final EffectEvaluator right = new DifferenceInMeans();

          @Override
          public Optional<Refusal> refuses(EffectProblem problem) {
            return Optional.empty();
          }

          @Override
          public EffectEstimate evaluate(EffectProblem problem) {
            EffectEstimate e = right.evaluate(problem);
            return new EffectEstimate(
                e.experimentId(),
                e.metric(),
                -e.perUnit(),
                new Interval(-e.interval().high(), -e.interval().low(), 0.95),
                -e.total(),
                -e.relative(),
                e.treated(),
                e.control(),
                e.label(),
                e.method(),
                e.notes(),
                e.provenance());
          }
        };
    assertTrue(probe.probe(turned).isPresent());
  }
}
