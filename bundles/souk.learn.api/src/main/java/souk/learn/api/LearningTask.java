package souk.learn.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a learner is to do. Immutable. */
public final class LearningTask {
  /** What the target is. */
  public enum Target {
    /** Any number; the mean is learned. */
    REAL,
    /** Counts, not negative; the mean is learned, errors grow with it. */
    COUNT,
    /** 1 (it happened) or 0; the probability of 1 is learned. Since 1.1.0. */
    BINARY
  }

  private final Target target;
  private final Map<String, Double> options;
  private final long seed;
  private final int threads;

  private LearningTask(Builder builder) {
    this.target = builder.target;
    this.options = Collections.unmodifiableMap(new TreeMap<>(builder.options));
    this.seed = builder.seed;
    this.threads = builder.threads;
    if (threads < 1) {
      throw new IllegalArgumentException(
          "A learner needs at least 1 thread, but got %d.".formatted(threads));
    }
  }

  /**
   * @param target what is learned
   * @param seed same seed, same model
   */
  public static Builder builder(Target target, long seed) {
    return new Builder(target, seed);
  }

  public Target target() {
    return target;
  }

  /** Options of the learner that are not its defaults, sorted by name. */
  public Map<String, Double> options() {
    return options;
  }

  public double option(String name, double otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  public long seed() {
    return seed;
  }

  /** Most threads, at least 1. */
  public int threads() {
    return threads;
  }

  /** Collects a task; not safe for use by many threads. */
  public static final class Builder {
    private final Target target;
    private final long seed;
    private final Map<String, Double> options = new TreeMap<>();
    private int threads = 1;

    private Builder(Target target, long seed) {
      this.target = target;
      this.seed = seed;
    }

    /** Sets an option of the learner, such as {@code penalty}. */
    public Builder option(String name, double value) {
      options.put(name, value);
      return this;
    }

    public Builder threads(int most) {
      this.threads = most;
      return this;
    }

    public LearningTask build() {
      return new LearningTask(this);
    }
  }
}
