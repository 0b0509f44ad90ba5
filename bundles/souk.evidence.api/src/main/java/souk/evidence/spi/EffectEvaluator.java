package souk.evidence.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.evidence.api.EffectEstimate;
import souk.model.Refusal;

/** Estimates an effect with an honest interval. Must be deterministic and safe for many threads. */
@ConsumerType
public interface EffectEvaluator {
  Optional<Refusal> refuses(EffectProblem problem);

  EffectEstimate evaluate(EffectProblem problem);
}
