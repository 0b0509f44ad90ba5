package souk.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a result came from. Same provenance (apart from {@link #createdAt()}), same result.
 * Immutable.
 */
public final class Provenance {
  private final Instant createdAt;
  private final String strategy;
  private final String version;
  private final Map<String, String> options;
  private final long seed;
  private final String inputFingerprint;
  private final Optional<SnapshotId> snapshot;

  private Provenance(Builder builder) {
    this.createdAt = builder.createdAt;
    this.strategy = builder.strategy;
    this.version = builder.version;
    this.options = Collections.unmodifiableMap(new TreeMap<>(builder.options));
    this.seed = builder.seed;
    this.inputFingerprint = builder.inputFingerprint;
    this.snapshot = builder.snapshot;
  }

  public static Builder builder(Instant createdAt, String strategy, String version) {
    return new Builder(createdAt, strategy, version);
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Id of the strategy or service that made the result. */
  public String strategy() {
    return strategy;
  }

  public String version() {
    return version;
  }

  /** Sorted by name. */
  public Map<String, String> options() {
    return options;
  }

  public long seed() {
    return seed;
  }

  /** Digest of the input, or empty text where there is none. */
  public String inputFingerprint() {
    return inputFingerprint;
  }

  public Optional<SnapshotId> snapshot() {
    return snapshot;
  }

  /** Collects a provenance; not safe for use by many threads. */
  public static final class Builder {
    private final Instant createdAt;
    private final String strategy;
    private final String version;
    private final Map<String, String> options = new TreeMap<>();
    private long seed;
    private String inputFingerprint = "";
    private Optional<SnapshotId> snapshot = Optional.empty();

    private Builder(Instant createdAt, String strategy, String version) {
      this.createdAt = createdAt;
      this.strategy = strategy;
      this.version = version;
    }

    public Builder option(String name, Object value) {
      options.put(name, String.valueOf(value));
      return this;
    }

    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    public Builder inputFingerprint(String digest) {
      this.inputFingerprint = digest;
      return this;
    }

    public Builder snapshot(SnapshotId id) {
      this.snapshot = Optional.of(id);
      return this;
    }

    public Provenance build() {
      return new Provenance(this);
    }
  }
}
