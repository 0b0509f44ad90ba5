package souk.demand.pooled;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import souk.learn.api.LearnedModel;
import souk.learn.api.ModelRegistry;
import souk.learn.api.ModelVersion;
import souk.learn.api.Promotion;

/** Keeps models of one name in memory; some versions may be damaged. */
final class MemoryRegistry implements ModelRegistry {
  final NavigableMap<Integer, LearnedModel> models = new TreeMap<>();
  final Set<Integer> damaged = new HashSet<>();
  String name = "";

  @Override
  public ModelVersion keep(String asked, LearnedModel model) {
    name = asked;
    int version = models.isEmpty() ? 1 : models.lastKey() + 1;
    models.put(version, model);
    return described(version, model);
  }

  private ModelVersion described(int version, LearnedModel model) {
    return new ModelVersion(
        name,
        version,
        model.learner(),
        Instant.EPOCH,
        model.state().length,
        "",
        model.facts(),
        model.lineage(),
        model.curve());
  }

  @Override
  public Optional<LearnedModel> newest(String asked) {
    return models.isEmpty() ? Optional.empty() : version(asked, models.lastKey());
  }

  @Override
  public Optional<LearnedModel> version(String asked, int version) {
    if (damaged.contains(version)) {
      throw new IllegalStateException(
          "Model file %06d.model cannot be used: its checksum does not hold.".formatted(version));
    }
    return asked.equals(name) ? Optional.ofNullable(models.get(version)) : Optional.empty();
  }

  @Override
  public List<Integer> versions(String asked) {
    return asked.equals(name) ? List.copyOf(models.keySet()) : List.of();
  }

  @Override
  public List<ModelVersion> list() {
    List<ModelVersion> all = new ArrayList<>();
    models.forEach((version, model) -> all.add(described(version, model)));
    return all;
  }

  @Override
  public int drop(String asked, int keepNewest) {
    int dropped = 0;
    while (models.size() > keepNewest) {
      models.pollFirstEntry();
      dropped++;
    }
    return dropped;
  }

  @Override
  public Optional<Integer> champion(String asked) {
    return models.isEmpty() ? Optional.empty() : Optional.of(models.lastKey());
  }

  @Override
  public Promotion promote(String asked, int version, String by, String reason) {
    throw new UnsupportedOperationException("promote");
  }

  @Override
  public Promotion rollBack(String asked, String by, String reason) {
    throw new UnsupportedOperationException("rollBack");
  }

  @Override
  public List<Promotion> promotions(String asked) {
    return List.of();
  }
}
