package souk.evidence.experiments;

import java.util.Optional;
import souk.evidence.api.EffectEstimate;
import souk.evidence.spi.EffectEvaluator;
import souk.evidence.spi.EffectProblem;
import souk.kernel.api.CallOptions;
import souk.kernel.api.StrategyRouter;
import souk.model.Refusal;

/** Calls an effect evaluator and looks at its answer. */
final class Evaluations {
  private Evaluations() {}

  static EffectEstimate estimate(
      StrategyRouter router, EffectProblem problem, CallOptions<EffectEstimate> options) {
    return router
        .call(
            EffectEvaluator.class,
            options,
            evaluator -> {
              Optional<Refusal> refusal = evaluator.refuses(problem);
              if (refusal.isPresent()) {
                throw new IllegalStateException("The effect " + refusal.get() + ".");
              }
              return evaluator.evaluate(problem);
            })
        .value();
  }

  /** What is wrong with an estimate, if anything. */
  static Optional<String> complaint(EffectEstimate e) {
    if (!Double.isFinite(e.perUnit())
        || !Double.isFinite(e.interval().low())
        || !Double.isFinite(e.interval().high())) {
      return Optional.of("the effect %s or its interval is not finite".formatted(e.perUnit()));
    }
    if (!e.interval().contains(e.perUnit())) {
      return Optional.of(
          "the effect %s lies outside its interval [%s, %s]"
              .formatted(e.perUnit(), e.interval().low(), e.interval().high()));
    }
    return Optional.empty();
  }
}
