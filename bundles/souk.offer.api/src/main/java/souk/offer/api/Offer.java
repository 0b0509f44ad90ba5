package souk.offer.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.model.Spec;
import souk.model.TimeRange;

/**
 * An offer as data: when it holds, for whom and what for (conditions), and what it gives (effect).
 * Conditions and effects name a kind whose evaluator comes from some bundle. Immutable.
 */
public final class Offer {
  private final String id;
  private final String name;
  private final TimeRange window;
  private final List<Spec> conditions;
  private final Spec effect;
  private final int priority;
  private final String stackingGroup;
  private final boolean exclusive;
  private final Optional<String> planId;
  private final Basis basis;
  private final OfferLimits limits;
  private final List<Funding> funding;
  private final Map<String, String> names;
  private final boolean paused;

  private Offer(Builder b) {
    this.id = b.id;
    this.name = b.name;
    this.window = b.window;
    this.conditions = List.copyOf(b.conditions);
    this.effect = b.effect;
    this.priority = b.priority;
    this.stackingGroup = b.stackingGroup;
    this.exclusive = b.exclusive;
    this.planId = b.planId;
    this.basis = b.basis;
    this.limits = b.limits;
    this.funding = List.copyOf(b.funding);
    this.names = Map.copyOf(b.names);
    this.paused = b.paused;
  }

  public static Builder builder(String id, String name, TimeRange window, Spec effect) {
    return new Builder(id, name, window, effect);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public TimeRange window() {
    return window;
  }

  /** All must hold. */
  public List<Spec> conditions() {
    return conditions;
  }

  public Spec effect() {
    return effect;
  }

  /** Higher goes first where policies look at it. */
  public int priority() {
    return priority;
  }

  /** At most one offer of a group applies to a line; offers of different groups add up. */
  public String stackingGroup() {
    return stackingGroup;
  }

  /** Applies alone or not at all. */
  public boolean exclusive() {
    return exclusive;
  }

  /** Plan it came from. */
  public Optional<String> planId() {
    return planId;
  }

  /** What effect and minimum amounts are measured on; offers on {@link Basis#NET} come last. */
  public Basis basis() {
    return basis;
  }

  public OfferLimits limits() {
    return limits;
  }

  /** Who pays for the discount beside the retailer; shares sum to at most 1. */
  public List<Funding> funding() {
    return funding;
  }

  /** Name by language tag, for example {@code zh}. */
  public Map<String, String> names() {
    return names;
  }

  /** Published, but not given at the moment. */
  public boolean paused() {
    return paused;
  }

  /** Collects an offer; not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final String name;
    private final TimeRange window;
    private final Spec effect;
    private List<Spec> conditions = List.of();
    private int priority;
    private String stackingGroup = "default";
    private boolean exclusive;
    private Optional<String> planId = Optional.empty();
    private Basis basis = Basis.LIST;
    private OfferLimits limits = OfferLimits.none();
    private List<Funding> funding = List.of();
    private Map<String, String> names = Map.of();
    private boolean paused;

    private Builder(String id, String name, TimeRange window, Spec effect) {
      this.id = id;
      this.name = name;
      this.window = window;
      this.effect = effect;
    }

    public Builder conditions(List<Spec> all) {
      this.conditions = all;
      return this;
    }

    public Builder priority(int value) {
      this.priority = value;
      return this;
    }

    public Builder stackingGroup(String group) {
      this.stackingGroup = group;
      return this;
    }

    public Builder exclusive(boolean alone) {
      this.exclusive = alone;
      return this;
    }

    public Builder planId(String plan) {
      this.planId = Optional.of(plan);
      return this;
    }

    public Builder basis(Basis value) {
      this.basis = value;
      return this;
    }

    public Builder limits(OfferLimits value) {
      this.limits = value;
      return this;
    }

    public Builder funding(List<Funding> all) {
      this.funding = all;
      return this;
    }

    public Builder names(Map<String, String> byLanguage) {
      this.names = byLanguage;
      return this;
    }

    public Builder paused(boolean value) {
      this.paused = value;
      return this;
    }

    public Offer build() {
      return new Offer(this);
    }
  }
}
