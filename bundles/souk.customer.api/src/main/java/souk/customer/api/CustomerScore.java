package souk.customer.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import souk.model.CustomerKey;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Reason;

/** What one customer will probably do within the horizon of a forecast. Immutable. */
public final class CustomerScore {
  private final CustomerKey customer;
  private final double buys;
  private final double churned;
  private final double purchases;
  private final Interval purchasesInterval;
  private final Money spend;
  private final OptionalDouble nextPurchaseDays;
  private final List<Reason> reasons;

  private CustomerScore(Builder from) {
    this.customer = from.customer;
    this.buys = from.buys;
    this.churned = from.churned;
    this.purchases = from.purchases;
    this.purchasesInterval =
        Objects.requireNonNullElseGet(
            from.purchasesInterval, () -> new Interval(from.purchases, from.purchases, 0.95));
    this.spend = Objects.requireNonNull(from.spend, "spend");
    this.nextPurchaseDays = from.nextPurchaseDays;
    this.reasons = List.copyOf(from.reasons);
  }

  public static Builder of(CustomerKey customer, Money spend) {
    return new Builder(customer, spend);
  }

  public CustomerKey customer() {
    return customer;
  }

  /** Probability of at least one purchase within the horizon. */
  public double buys() {
    return buys;
  }

  /** Probability that the customer has left for good. */
  public double churned() {
    return churned;
  }

  /** Expected days with a purchase within the horizon. */
  public double purchases() {
    return purchases;
  }

  /** What is known of the expectation: it moves with the data that the model was fitted to. */
  public Interval purchasesInterval() {
    return purchasesInterval;
  }

  /** Expected spend within the horizon, less refunds. */
  public Money spend() {
    return spend;
  }

  /**
   * Days until the next purchase has come with a probability of one half; empty if it may never.
   */
  public OptionalDouble nextPurchaseDays() {
    return nextPurchaseDays;
  }

  public List<Reason> reasons() {
    return reasons;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CustomerScore that
        && customer.equals(that.customer)
        && Double.compare(buys, that.buys) == 0
        && Double.compare(churned, that.churned) == 0
        && Double.compare(purchases, that.purchases) == 0
        && purchasesInterval.equals(that.purchasesInterval)
        && spend.equals(that.spend)
        && nextPurchaseDays.equals(that.nextPurchaseDays)
        && reasons.equals(that.reasons);
  }

  @Override
  public int hashCode() {
    return Objects.hash(customer, buys, churned, purchases, spend);
  }

  @Override
  public String toString() {
    return "%s: buys %.3f, churned %.3f, purchases %.3f, spend %s"
        .formatted(customer, buys, churned, purchases, spend);
  }

  /** Collects the figures. */
  public static final class Builder {
    private final CustomerKey customer;
    private final Money spend;
    private double buys;
    private double churned;
    private double purchases;
    private @Nullable Interval purchasesInterval;
    private OptionalDouble nextPurchaseDays = OptionalDouble.empty();
    private final List<Reason> reasons = new ArrayList<>();

    private Builder(CustomerKey customer, Money spend) {
      this.customer = customer;
      this.spend = spend;
    }

    public Builder buys(double probability) {
      this.buys = probability;
      return this;
    }

    public Builder churned(double probability) {
      this.churned = probability;
      return this;
    }

    public Builder purchases(double expected) {
      this.purchases = expected;
      return this;
    }

    public Builder purchasesInterval(Interval interval) {
      this.purchasesInterval = interval;
      return this;
    }

    public Builder nextPurchaseDays(double days) {
      this.nextPurchaseDays = OptionalDouble.of(days);
      return this;
    }

    public Builder reason(Reason reason) {
      reasons.add(reason);
      return this;
    }

    public CustomerScore build() {
      return new CustomerScore(this);
    }
  }
}
