package souk.edge.webconsole;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.Experiments;
import souk.evidence.api.UnitKind;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;
import souk.model.EvidenceLabel;

/** Holds out one article of any plan. */
public final class HoldOut implements Experiments {
  @Override
  public Experiment design(String planId, double holdoutShare, long seed) {
    return new Experiment(
        "E-" + seed,
        planId,
        UnitKind.SKU,
        holdoutShare,
        seed,
        Set.of("22423"),
        Set.of("85123A"),
        Map.of(),
        Instant.EPOCH,
        EvidenceLabel.RANDOMISED);
  }

  @Override
  public Optional<Experiment> find(String experimentId) {
    return Optional.empty();
  }

  @Override
  public List<Experiment> list() {
    return List.of();
  }

  @Override
  public List<String> audienceOf(CustomerKey customer) {
    return List.of();
  }

  @Override
  public List<EffectEstimate> evaluate(String experimentId, Progress progress) {
    return List.of();
  }

  @Override
  public List<EffectEstimate> effects() {
    return List.of();
  }
}
