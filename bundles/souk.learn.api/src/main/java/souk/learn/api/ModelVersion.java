package souk.learn.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One kept version of a model.
 *
 * @param name names the model, for example {@code demand.pooled}
 * @param version counts from 1, without gaps while nothing is dropped
 * @param learner strategy that reads it
 * @param keptAt when it was kept
 * @param bytes size of its state
 * @param sha256 checksum of its state, lower-case hexadecimal
 * @param facts figures for people
 * @param lineage where it came from
 * @param curve course of its training, first epoch first; empty for learners without epochs
 */
public record ModelVersion(
    String name,
    int version,
    String learner,
    Instant keptAt,
    long bytes,
    String sha256,
    Map<String, Double> facts,
    Map<String, String> lineage,
    List<CurvePoint> curve) {
  public ModelVersion {
    facts = Map.copyOf(facts);
    lineage = Map.copyOf(lineage);
    curve = List.copyOf(curve);
  }
}
