package souk.learn.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a learner has learned, as a value: bytes that only this learner reads, with all that says
 * where they came from. Never Java serialization. Immutable: the bytes are copied in and out.
 */
public final class LearnedModel {
  private final String learner;
  private final String learnerVersion;
  private final List<String> columns;
  private final Map<String, Double> facts;
  private final Map<String, String> lineage;
  private final List<CurvePoint> curve;
  private final byte[] state;

  /**
   * A model without lineage.
   *
   * @param learner strategy that made it and can read it
   * @param learnerVersion version of that strategy
   * @param columns names of the columns it needs, in order
   * @param facts finite figures for people, such as {@code rows} and {@code trainingError}
   * @param state in the learner's own form
   */
  public LearnedModel(
      String learner,
      String learnerVersion,
      List<String> columns,
      Map<String, Double> facts,
      byte[] state) {
    this(learner, learnerVersion, columns, facts, Map.of(), List.of(), state);
  }

  private LearnedModel(
      String learner,
      String learnerVersion,
      List<String> columns,
      Map<String, Double> facts,
      Map<String, String> lineage,
      List<CurvePoint> curve,
      byte[] state) {
    if (learner.isBlank() || learnerVersion.isBlank()) {
      throw new IllegalArgumentException("A model must name its learner and the version of it.");
    }
    facts.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                "Fact %s of a model is %s, but must be finite.".formatted(name, value));
          }
        });
    this.learner = learner;
    this.learnerVersion = learnerVersion;
    this.columns = List.copyOf(columns);
    this.facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    this.lineage = Collections.unmodifiableMap(new TreeMap<>(lineage));
    this.curve = List.copyOf(curve);
    this.state = state.clone();
  }

  /**
   * The same model that says where it came from.
   *
   * @param from for example {@code snapshot} (fingerprint of the data), {@code until} (last day of
   *     the data) and the options it was learned with
   */
  public LearnedModel withLineage(Map<String, String> from) {
    return new LearnedModel(learner, learnerVersion, columns, facts, from, curve, state);
  }

  /** The same model with the course of its training, first epoch first. Since 1.1.0. */
  public LearnedModel withCurve(List<CurvePoint> points) {
    return new LearnedModel(learner, learnerVersion, columns, facts, lineage, points, state);
  }

  public String learner() {
    return learner;
  }

  public String learnerVersion() {
    return learnerVersion;
  }

  public List<String> columns() {
    return columns;
  }

  /** Sorted by name. */
  public Map<String, Double> facts() {
    return facts;
  }

  /** Sorted by name; empty if the learner was not told. */
  public Map<String, String> lineage() {
    return lineage;
  }

  /** Course of the training, first epoch first; empty for learners without epochs. Since 1.1.0. */
  public List<CurvePoint> curve() {
    return curve;
  }

  /** A copy. */
  public byte[] state() {
    return state.clone();
  }
}
