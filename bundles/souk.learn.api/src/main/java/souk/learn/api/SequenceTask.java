package souk.learn.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a learner of sequences is to do. Immutable. Since 1.1.0.
 *
 * <p>Pre-train once and fine-tune on few labels: first a task {@link Goal#NEXT} on all sequences,
 * then a task {@link Goal#BINARY} with {@link Builder#from(LearnedModel)}.
 */
public final class SequenceTask {
  /** What is learned. */
  public enum Goal {
    /** A number per row; squared error. */
    REAL,
    /** 1 (it happened) or 0 per row; the probability of 1; log loss. */
    BINARY,
    /** The tokens of the next step, at every step that has one; mean log loss over steps. */
    NEXT
  }

  /** How steps are read. All but {@code MLP} take sequences of any length up to the model's. */
  public enum Network {
    /** Dense layers over all steps side by side. */
    MLP,
    /** Long short-term memory. */
    LSTM,
    /** Gated recurrent unit. */
    GRU,
    /** Causal convolutions over time, dilated by 1, 2, 4 and so on, with residuals. */
    TEMPORAL_CNN,
    /** Causal attention with sinusoidal positions and layers normalised before each part. */
    TRANSFORMER
  }

  private final Goal goal;
  private final Network network;
  private final Map<String, Double> options;
  private final List<Integer> nextFields;
  private final Optional<LearnedModel> from;
  private final long seed;
  private final int threads;

  private SequenceTask(Builder builder) {
    this.goal = builder.goal;
    this.network = builder.network;
    this.options = Collections.unmodifiableMap(new TreeMap<>(builder.options));
    this.nextFields = List.copyOf(builder.nextFields);
    this.from = builder.from;
    this.seed = builder.seed;
    this.threads = builder.threads;
    if (threads < 1) {
      throw new IllegalArgumentException(
          "A learner needs at least 1 thread, but got %d.".formatted(threads));
    }
    if (goal == Goal.NEXT && (network == Network.MLP || nextFields.isEmpty())) {
      throw new IllegalArgumentException(
          "The next step is learned by a network that reads step by step, for at least 1 field.");
    }
  }

  /**
   * @param seed same seed, same threads and same native library: same model
   */
  public static Builder builder(Goal goal, Network network, long seed) {
    return new Builder(goal, network, seed);
  }

  public Goal goal() {
    return goal;
  }

  public Network network() {
    return network;
  }

  /**
   * What is not the learner's default, sorted by name: {@code hidden} (width of the layers), {@code
   * layers}, {@code heads} (of attention), {@code kernel} (steps of a convolution), {@code steps}
   * (most steps; of longer rows the last ones are read, for {@link Goal#NEXT} one more while
   * learning), {@code epochs} (most), {@code batch} (rows of a step of descent), {@code
   * learningRate} (of Adam), {@code dropout} (share), {@code patience} (epochs without a better
   * loss on the validation rows before it stops; 0 never stops), {@code clip} (largest norm of a
   * gradient; 0 does not clip), {@code scale} (1 brings each feature to mean 0 and deviation 1 of
   * the training rows, 0 leaves it), {@code frozen} (1 trains only the head of a model that was
   * given).
   */
  public Map<String, Double> options() {
    return options;
  }

  public double option(String name, double otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  /** Fields whose next token is learned, for {@link Goal#NEXT}; the first one is answered. */
  public List<Integer> nextFields() {
    return nextFields;
  }

  /** The model whose layers are the start. */
  public Optional<LearnedModel> from() {
    return from;
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
    private final Goal goal;
    private final Network network;
    private final long seed;
    private final Map<String, Double> options = new TreeMap<>();
    private List<Integer> nextFields = List.of(0);
    private Optional<LearnedModel> from = Optional.empty();
    private int threads = 1;

    private Builder(Goal goal, Network network, long seed) {
      this.goal = goal;
      this.network = network;
      this.seed = seed;
    }

    /** Sets an option, such as {@code hidden}. */
    public Builder option(String name, double value) {
      options.put(name, value);
      return this;
    }

    /** Fields whose next token is learned; without this, field 0. */
    public Builder nextFields(List<Integer> fields) {
      this.nextFields = List.copyOf(fields);
      return this;
    }

    /**
     * Starts from the layers of a model of the same learner, network, widths and vocabulary; what
     * it answered is forgotten, only what reads the steps is taken over.
     */
    public Builder from(LearnedModel pretrained) {
      this.from = Optional.of(pretrained);
      return this;
    }

    public Builder threads(int most) {
      this.threads = most;
      return this;
    }

    public SequenceTask build() {
      return new SequenceTask(this);
    }
  }
}
