package souk.offer.api;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import souk.model.Money;

/**
 * How often and for how much money an offer may be used. Limits over several orders are kept by the
 * {@link CouponLedger}; a quote only looks at what it says. Immutable.
 */
public final class OfferLimits {
  private static final OfferLimits NONE = new Builder().build();
  private final OptionalLong perOrder;
  private final OptionalLong perCustomer;
  private final OptionalLong total;
  private final Optional<Money> budget;

  private OfferLimits(Builder builder) {
    this.perOrder = builder.perOrder;
    this.perCustomer = builder.perCustomer;
    this.total = builder.total;
    this.budget = builder.budget;
  }

  public static OfferLimits none() {
    return NONE;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** How often the effect may repeat within one order. */
  public OptionalLong perOrder() {
    return perOrder;
  }

  /** Orders of one customer. An offer with this limit needs a cart with a customer. */
  public OptionalLong perCustomer() {
    return perCustomer;
  }

  /** Orders of all customers. */
  public OptionalLong total() {
    return total;
  }

  /** Sum of all discounts given. */
  public Optional<Money> budget() {
    return budget;
  }

  /** True if the ledger has to count uses of the offer. */
  public boolean counted() {
    return perCustomer.isPresent() || total.isPresent() || budget.isPresent();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OfferLimits that
        && perOrder.equals(that.perOrder)
        && perCustomer.equals(that.perCustomer)
        && total.equals(that.total)
        && budget.equals(that.budget);
  }

  @Override
  public int hashCode() {
    return Objects.hash(perOrder, perCustomer, total, budget);
  }

  @Override
  public String toString() {
    return "OfferLimits[perOrder=%s, perCustomer=%s, total=%s, budget=%s]"
        .formatted(perOrder, perCustomer, total, budget);
  }

  /** Collects limits; not safe for use by many threads. */
  public static final class Builder {
    private OptionalLong perOrder = OptionalLong.empty();
    private OptionalLong perCustomer = OptionalLong.empty();
    private OptionalLong total = OptionalLong.empty();
    private Optional<Money> budget = Optional.empty();

    private Builder() {}

    public Builder perOrder(long times) {
      this.perOrder = OptionalLong.of(positive("perOrder", times));
      return this;
    }

    public Builder perCustomer(long orders) {
      this.perCustomer = OptionalLong.of(positive("perCustomer", orders));
      return this;
    }

    public Builder total(long orders) {
      this.total = OptionalLong.of(positive("total", orders));
      return this;
    }

    public Builder budget(Money most) {
      positive("budget", most.amountMinor());
      this.budget = Optional.of(most);
      return this;
    }

    public OfferLimits build() {
      return new OfferLimits(this);
    }

    private static long positive(String name, long value) {
      if (value <= 0) {
        throw new IllegalArgumentException(
            "Limit %s must be greater than 0, but is %d.%nMaybe it should be left out, or the offer paused."
                .formatted(name, value));
      }
      return value;
    }
  }
}
