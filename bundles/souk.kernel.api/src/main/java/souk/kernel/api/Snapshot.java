package souk.kernel.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import souk.model.SnapshotId;

/**
 * One immutable state that quotes read: parts such as a price book and an offer book, each found by
 * its contract type.
 */
public final class Snapshot {
  private final SnapshotId id;
  private final Instant createdAt;
  private final Map<Class<?>, Object> parts;

  private Snapshot(Builder builder) {
    this.id = builder.id;
    this.createdAt = builder.createdAt;
    this.parts = Map.copyOf(builder.parts);
  }

  public static Builder builder(SnapshotId id, Instant createdAt) {
    return new Builder(id, createdAt);
  }

  public SnapshotId id() {
    return id;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public <T> Optional<T> part(Class<T> type) {
    return Optional.ofNullable(type.cast(parts.get(type)));
  }

  /** Collects a snapshot; not safe for use by many threads. */
  public static final class Builder {
    private final SnapshotId id;
    private final Instant createdAt;
    private final Map<Class<?>, Object> parts = new LinkedHashMap<>();

    private Builder(SnapshotId id, Instant createdAt) {
      this.id = id;
      this.createdAt = createdAt;
    }

    /** Adds an immutable part under its contract type. */
    public <T> Builder part(Class<T> type, T part) {
      parts.put(type, part);
      return this;
    }

    public Snapshot build() {
      return new Snapshot(this);
    }
  }
}
