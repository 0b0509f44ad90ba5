package souk.learn.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be learned from a table, and how it is judged. Immutable. */
public final class TuningPlan {
  /** What is asked. */
  public enum Question {
    /** Which of two kinds: the probability of one of them. */
    CLASSIFY,
    /** How much. */
    REGRESS
  }

  private static final int MOST_FOLDS = 20;

  private final String target;
  private final Question question;
  private final Optional<String> positive;
  private final Optional<String> time;
  private final Set<String> ignored;
  private final List<String> learners;
  private final int folds;
  private final int draws;
  private final long seed;

  private TuningPlan(Builder builder) {
    this.target = builder.target;
    this.question = builder.question;
    this.positive = builder.positive;
    this.time = builder.time;
    this.ignored = Set.copyOf(builder.ignored);
    this.learners = List.copyOf(builder.learners);
    this.folds = builder.folds;
    this.draws = builder.draws;
    this.seed = builder.seed;
    if (folds < 2 || folds > MOST_FOLDS || draws < 20) {
      throw new IllegalArgumentException(
          "Judging needs 2 to %d folds and at least 20 draws, but got %d and %d."
              .formatted(MOST_FOLDS, folds, draws));
    }
  }

  /**
   * @param target name of the column to be learned
   */
  public static Builder builder(String target, Question question) {
    return new Builder(target, question);
  }

  public String target() {
    return target;
  }

  public Question question() {
    return question;
  }

  /** The kind whose probability is learned; if empty, the rarer of the two. */
  public Optional<String> positive() {
    return positive;
  }

  /** Column of figures that grow with time: what is judged is later than what is learned from. */
  public Optional<String> time() {
    return time;
  }

  /** Columns that are not learned from. */
  public Set<String> ignored() {
    return ignored;
  }

  /** Strategies that take part; empty for all. */
  public List<String> learners() {
    return learners;
  }

  public int folds() {
    return folds;
  }

  /** Draws of the bootstrap intervals. */
  public int draws() {
    return draws;
  }

  public long seed() {
    return seed;
  }

  /** Collects a plan; not safe for use by many threads. */
  public static final class Builder {
    private final String target;
    private final Question question;
    private Optional<String> positive = Optional.empty();
    private Optional<String> time = Optional.empty();
    private Set<String> ignored = Set.of();
    private List<String> learners = List.of();
    private int folds = 5;
    private int draws = 200;
    private long seed = 1;

    private Builder(String target, Question question) {
      this.target = target;
      this.question = question;
    }

    public Builder positive(Optional<String> kind) {
      this.positive = kind;
      return this;
    }

    public Builder time(Optional<String> column) {
      this.time = column;
      return this;
    }

    public Builder ignored(Set<String> columns) {
      this.ignored = columns;
      return this;
    }

    public Builder learners(List<String> strategies) {
      this.learners = strategies;
      return this;
    }

    public Builder folds(int count) {
      this.folds = count;
      return this;
    }

    public Builder draws(int count) {
      this.draws = count;
      return this;
    }

    /** Same seed, same answer. */
    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    public TuningPlan build() {
      return new TuningPlan(this);
    }
  }
}
