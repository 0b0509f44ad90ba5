package souk.evidence.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;

/** Designs randomised hold-outs and keeps what came of them. Safe for use by many threads. */
@ProviderType
public interface Experiments {
  /**
   * Randomises the units of a plan: articles for prices, customers for promotions; stratified by
   * revenue. Durable when it returns.
   *
   * @param holdoutShare in (0, 1); at least two units end up on each side
   * @throws IllegalArgumentException if the plan is unknown or has too few units
   */
  Experiment design(String planId, double holdoutShare, long seed);

  Optional<Experiment> find(String experimentId);

  /** Newest first. */
  List<Experiment> list();

  /**
   * Audience tags of a customer in running experiments, for example {@code
   * experiment:E-1:treatment}.
   */
  List<String> audienceOf(CustomerKey customer);

  /** Estimates the effects of an experiment from its outcomes and keeps them. */
  List<EffectEstimate> evaluate(String experimentId, Progress progress);

  /** Effects kept so far, newest first. */
  List<EffectEstimate> effects();
}
