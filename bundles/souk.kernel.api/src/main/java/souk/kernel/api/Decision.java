package souk.kernel.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.model.DecisionId;
import souk.model.SnapshotId;

/** One entry of the decision log. Holds pseudonyms only, never customer data. Immutable. */
public final class Decision {
  private final DecisionId id;
  private final String kind;
  private final Instant at;
  private final Actor actor;
  private final Optional<SnapshotId> snapshot;
  private final List<StrategyRef> strategies;
  private final String bodyJson;

  private Decision(Builder builder) {
    this.id = builder.id;
    this.kind = builder.kind;
    this.at = builder.at;
    this.actor = builder.actor;
    this.snapshot = builder.snapshot;
    this.strategies = List.copyOf(builder.strategies);
    this.bodyJson = builder.bodyJson;
  }

  /**
   * @param kind for example {@code quote}, {@code plan}, {@code publication}, {@code selection}
   */
  public static Builder builder(DecisionId id, String kind, Instant at) {
    return new Builder(id, kind, at);
  }

  public DecisionId id() {
    return id;
  }

  public String kind() {
    return kind;
  }

  public Instant at() {
    return at;
  }

  public Actor actor() {
    return actor;
  }

  public Optional<SnapshotId> snapshot() {
    return snapshot;
  }

  public List<StrategyRef> strategies() {
    return strategies;
  }

  /** A JSON object with what was decided. */
  public String bodyJson() {
    return bodyJson;
  }

  /** Collects a decision; not safe for use by many threads. */
  public static final class Builder {
    private final DecisionId id;
    private final String kind;
    private final Instant at;
    private Actor actor = Actor.system();
    private Optional<SnapshotId> snapshot = Optional.empty();
    private final List<StrategyRef> strategies = new ArrayList<>();
    private String bodyJson = "{}";

    private Builder(DecisionId id, String kind, Instant at) {
      this.id = id;
      this.kind = kind;
      this.at = at;
    }

    public Builder actor(Actor who) {
      this.actor = who;
      return this;
    }

    public Builder snapshot(SnapshotId snapshotId) {
      this.snapshot = Optional.of(snapshotId);
      return this;
    }

    public Builder strategies(List<StrategyRef> served) {
      this.strategies.addAll(served);
      return this;
    }

    public Builder body(String json) {
      this.bodyJson = json;
      return this;
    }

    public Decision build() {
      return new Decision(this);
    }
  }
}
