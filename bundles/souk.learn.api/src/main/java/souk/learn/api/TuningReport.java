package souk.learn.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.model.Reason;

/** How learning from a table went, judged on rows that were not learned from. Immutable. */
public final class TuningReport {
  /**
   * A measure with its 95 % interval.
   *
   * @param value of all judged rows
   * @param low lower end
   * @param high upper end
   */
  public record Figure(double value, double low, double high) {}

  /**
   * A learner that took part.
   *
   * @param learner strategy
   * @param version of it
   * @param metrics by name; empty if it refused or failed
   * @param seconds all its fits and predictions took
   * @param refused why it did not answer
   */
  public record Candidate(
      String learner,
      String version,
      Map<String, Double> metrics,
      double seconds,
      Optional<String> refused) {
    public Candidate {
      metrics = Map.copyOf(metrics);
    }
  }

  /**
   * How much worse the model gets when a column is shuffled.
   *
   * @param column name
   * @param rise of log loss, or of the root mean squared error
   */
  public record Importance(String column, Figure rise) {}

  /**
   * Rows of about the same probability.
   *
   * @param rows how many
   * @param predicted mean probability
   * @param happened share that happened
   */
  public record CalibrationBin(int rows, double predicted, double happened) {}

  private final String chosen;
  private final String validation;
  private final int rows;
  private final Optional<String> positive;
  private final Map<String, Figure> metrics;
  private final List<Candidate> candidates;
  private final List<Importance> importance;
  private final List<CalibrationBin> calibration;
  private final List<Double> deciles;
  private final List<Reason> notes;

  private TuningReport(Builder builder) {
    this.chosen = builder.chosen;
    this.validation = builder.validation;
    this.rows = builder.rows;
    this.positive = builder.positive;
    this.metrics = Collections.unmodifiableMap(new LinkedHashMap<>(builder.metrics));
    this.candidates = List.copyOf(builder.candidates);
    this.importance = List.copyOf(builder.importance);
    this.calibration = List.copyOf(builder.calibration);
    this.deciles = List.copyOf(builder.deciles);
    this.notes = List.copyOf(builder.notes);
  }

  /**
   * @param chosen strategy of the model, and how its answers were calibrated
   * @param validation how rows were divided, for people
   * @param rows learned from
   */
  public static Builder builder(String chosen, String validation, int rows) {
    return new Builder(chosen, validation, rows);
  }

  public String chosen() {
    return chosen;
  }

  public String validation() {
    return validation;
  }

  public int rows() {
    return rows;
  }

  /** The kind whose probability is answered; empty for figures. */
  public Optional<String> positive() {
    return positive;
  }

  /** Measures of the whole procedure, choice and calibration included, by name. */
  public Map<String, Figure> metrics() {
    return metrics;
  }

  /** Best first; those that refused last. */
  public List<Candidate> candidates() {
    return candidates;
  }

  /** Most important first. */
  public List<Importance> importance() {
    return importance;
  }

  /** By increasing probability; empty for figures. */
  public List<CalibrationBin> calibration() {
    return calibration;
  }

  /** Lift of each tenth, highest scores first; empty for figures. */
  public List<Double> deciles() {
    return deciles;
  }

  /** What is odd about the table, and what was done about it. */
  public List<Reason> notes() {
    return notes;
  }

  /** Collects a report; not safe for use by many threads. */
  public static final class Builder {
    private final String chosen;
    private final String validation;
    private final int rows;
    private Optional<String> positive = Optional.empty();
    private Map<String, Figure> metrics = Map.of();
    private List<Candidate> candidates = List.of();
    private List<Importance> importance = List.of();
    private List<CalibrationBin> calibration = List.of();
    private List<Double> deciles = List.of();
    private List<Reason> notes = List.of();

    private Builder(String chosen, String validation, int rows) {
      this.chosen = chosen;
      this.validation = validation;
      this.rows = rows;
    }

    public Builder positive(Optional<String> kind) {
      this.positive = kind;
      return this;
    }

    public Builder metrics(Map<String, Figure> byName) {
      this.metrics = byName;
      return this;
    }

    public Builder candidates(List<Candidate> bestFirst) {
      this.candidates = bestFirst;
      return this;
    }

    public Builder importance(List<Importance> mostFirst) {
      this.importance = mostFirst;
      return this;
    }

    public Builder calibration(List<CalibrationBin> bins, List<Double> lifts) {
      this.calibration = bins;
      this.deciles = lifts;
      return this;
    }

    public Builder notes(List<Reason> reasons) {
      this.notes = reasons;
      return this;
    }

    public TuningReport build() {
      return new TuningReport(this);
    }
  }
}
