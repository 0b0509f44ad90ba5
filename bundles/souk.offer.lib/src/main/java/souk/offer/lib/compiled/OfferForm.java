package souk.offer.lib.compiled;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An offer as data, ready to be compiled. Immutable. */
public final class OfferForm {
  private final String id;
  private final EffectForm effect;
  private final List<ConditionForm> conditions;
  private final long from;
  private final long until;
  private final int priority;
  private final String group;
  private final boolean exclusive;
  private final boolean net;
  private final boolean counted;
  private final boolean paused;

  private OfferForm(Builder b) {
    this.id = b.id;
    this.effect = b.effect;
    this.conditions = List.copyOf(b.conditions);
    this.from = b.from;
    this.until = b.until;
    this.priority = b.priority;
    this.group = b.group;
    this.exclusive = b.exclusive;
    this.net = b.net;
    this.counted = b.counted;
    this.paused = b.paused;
  }

  public static Builder builder(String id, EffectForm effect) {
    return new Builder(id, effect);
  }

  public String id() {
    return id;
  }

  EffectForm effect() {
    return effect;
  }

  List<ConditionForm> conditions() {
    return conditions;
  }

  long from() {
    return from;
  }

  long until() {
    return until;
  }

  int priority() {
    return priority;
  }

  String group() {
    return group;
  }

  boolean exclusive() {
    return exclusive;
  }

  boolean net() {
    return net;
  }

  boolean counted() {
    return counted;
  }

  boolean paused() {
    return paused;
  }

  /** Collects an offer; not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final EffectForm effect;
    private final List<ConditionForm> conditions = new ArrayList<>();
    private long from = Long.MIN_VALUE;
    private long until = Long.MAX_VALUE;
    private int priority;
    private String group = "default";
    private boolean exclusive;
    private boolean net;
    private boolean counted;
    private boolean paused;

    private Builder(String id, EffectForm effect) {
      this.id = id;
      this.effect = effect;
    }

    /** From (inclusive) until (exclusive); always if not given. */
    public Builder window(Instant first, Instant end) {
      this.from = Exact.nanos(first);
      this.until = Exact.nanos(end);
      return this;
    }

    public Builder condition(ConditionForm condition) {
      conditions.add(condition);
      return this;
    }

    /** Higher goes first. */
    public Builder priority(int value) {
      this.priority = value;
      return this;
    }

    /** At most one offer of a group takes something off a line. */
    public Builder group(String name) {
      this.group = name;
      return this;
    }

    /** Applies alone or not at all. */
    public Builder exclusive(boolean alone) {
      this.exclusive = alone;
      return this;
    }

    /** Computed on what earlier offers have left. */
    public Builder net(boolean value) {
      this.net = value;
      return this;
    }

    /** {@link Uses} is asked before it applies. */
    public Builder counted(boolean value) {
      this.counted = value;
      return this;
    }

    public Builder paused(boolean value) {
      this.paused = value;
      return this;
    }

    public OfferForm build() {
      return new OfferForm(this);
    }
  }
}
