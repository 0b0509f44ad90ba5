package souk.plan.api;

import java.math.BigDecimal;
import souk.model.Money;

/** A wish for a plan, with its limits. Immutable. */
public final class PlanRequest {
  private final PlanKind kind;
  private final int items;
  private final int weeks;
  private final Money budget;
  private final BigDecimal maximumChange;
  private final BigDecimal marginFloor;
  private final long seed;

  private PlanRequest(Builder b) {
    this.kind = b.kind;
    this.items = b.items;
    this.weeks = b.weeks;
    this.budget = b.budget;
    this.maximumChange = b.maximumChange;
    this.marginFloor = b.marginFloor;
    this.seed = b.seed;
  }

  public static Builder builder(PlanKind kind, Money budget) {
    return new Builder(kind, budget);
  }

  public PlanKind kind() {
    return kind;
  }

  /** Articles with the highest revenue that take part. */
  public int items() {
    return items;
  }

  public int weeks() {
    return weeks;
  }

  /** For prices: revenue that may be given up by reductions per week; for promotions: discount. */
  public Money budget() {
    return budget;
  }

  /** Greatest change of a price as a share of it, in (0, 1). */
  public BigDecimal maximumChange() {
    return maximumChange;
  }

  /** Least margin as a share of the price, in [0, 1). */
  public BigDecimal marginFloor() {
    return marginFloor;
  }

  public long seed() {
    return seed;
  }

  /** Collects a request; not safe for use by many threads. */
  public static final class Builder {
    private final PlanKind kind;
    private final Money budget;
    private int items = 200;
    private int weeks = 4;
    private BigDecimal maximumChange = new BigDecimal("0.15");
    private BigDecimal marginFloor = new BigDecimal("0.10");
    private long seed = 1;

    private Builder(PlanKind kind, Money budget) {
      this.kind = kind;
      this.budget = budget;
    }

    public Builder items(int count) {
      this.items = count;
      return this;
    }

    public Builder weeks(int count) {
      this.weeks = count;
      return this;
    }

    public Builder maximumChange(BigDecimal share) {
      this.maximumChange = share;
      return this;
    }

    public Builder marginFloor(BigDecimal share) {
      this.marginFloor = share;
      return this;
    }

    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    /**
     * @throws IllegalArgumentException if a limit is impossible
     */
    public PlanRequest build() {
      if (items < 1
          || weeks < 1
          || weeks > 52
          || budget.isNegative()
          || maximumChange.signum() <= 0
          || maximumChange.compareTo(BigDecimal.ONE) >= 0
          || marginFloor.signum() < 0
          || marginFloor.compareTo(BigDecimal.ONE) >= 0) {
        throw new IllegalArgumentException(
            "A plan needs items ≥ 1, weeks in [1, 52], a budget ≥ 0, a maximum change in (0, 1) and a margin floor in [0, 1), but got %d, %d, %s, %s, %s.%nMaybe a share was given in percent."
                .formatted(items, weeks, budget, maximumChange, marginFloor));
      }
      return new PlanRequest(this);
    }
  }
}
