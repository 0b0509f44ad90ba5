package souk.offer.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import souk.model.CustomerKey;

/** Claims of one order, all to be counted or none. Immutable. */
public final class RedemptionRequest {
  /** Claims above which a request is refused. */
  public static final int MAX_CLAIMS = 200;

  private final String key;
  private final String orderId;
  private final Instant at;
  private final Optional<CustomerKey> customer;
  private final List<Claim> claims;
  private final List<PaidLine> lines;
  private final boolean pricesIncludeTax;
  private final Optional<String> content;

  private RedemptionRequest(Builder builder) {
    this.key = builder.key;
    this.orderId = builder.orderId;
    this.at = builder.at;
    this.customer = builder.customer;
    this.claims = List.copyOf(builder.claims);
    this.lines = builder.lines;
    this.pricesIncludeTax = builder.pricesIncludeTax;
    this.content = builder.content;
  }

  /**
   * @param key idempotency key, 1 to 200 characters
   * @param orderId order that the claims belong to, 1 to 200 characters
   * @param at instant of the quote; decides whether a coupon is valid
   */
  public static Builder builder(String key, String orderId, Instant at) {
    return new Builder(key, orderId, at);
  }

  public String key() {
    return key;
  }

  public String orderId() {
    return orderId;
  }

  public Instant at() {
    return at;
  }

  /** Kept as a keyed pseudonym only. */
  public Optional<CustomerKey> customer() {
    return customer;
  }

  public List<Claim> claims() {
    return claims;
  }

  /** What is paid per line; empty if refunds are not to be computed from this redemption. */
  public List<PaidLine> lines() {
    return lines;
  }

  public boolean pricesIncludeTax() {
    return pricesIncludeTax;
  }

  /**
   * Text that stands for the content when the idempotency key is seen again; empty for order,
   * customer, claims and lines. The instant is never part of it.
   */
  public Optional<String> content() {
    return content;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RedemptionRequest that
        && key.equals(that.key)
        && orderId.equals(that.orderId)
        && at.equals(that.at)
        && customer.equals(that.customer)
        && claims.equals(that.claims)
        && lines.equals(that.lines)
        && pricesIncludeTax == that.pricesIncludeTax
        && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, orderId, at, customer, claims, lines, pricesIncludeTax, content);
  }

  /** Names neither customer nor coupons. */
  @Override
  public String toString() {
    return "RedemptionRequest[orderId=%s, at=%s, claims=%s]".formatted(orderId, at, claims);
  }

  /** Collects a request; not safe for use by many threads. */
  public static final class Builder {
    private final String key;
    private final String orderId;
    private final Instant at;
    private Optional<CustomerKey> customer = Optional.empty();
    private final List<Claim> claims = new ArrayList<>();
    private List<PaidLine> lines = List.of();
    private boolean pricesIncludeTax = true;
    private Optional<String> content = Optional.empty();

    private Builder(String key, String orderId, Instant at) {
      this.key = LedgerTexts.check("idempotency key", key);
      this.orderId = LedgerTexts.check("order id", orderId);
      this.at = Objects.requireNonNull(at, "at");
    }

    public Builder customer(CustomerKey whose) {
      this.customer = Optional.of(whose);
      return this;
    }

    public Builder claim(Claim claim) {
      claims.add(claim);
      return this;
    }

    public Builder claims(List<Claim> all) {
      claims.addAll(all);
      return this;
    }

    public Builder lines(List<PaidLine> all, boolean includeTax) {
      this.lines = List.copyOf(all);
      this.pricesIncludeTax = includeTax;
      return this;
    }

    public Builder content(String text) {
      this.content = Optional.of(text);
      return this;
    }

    /**
     * @throws IllegalArgumentException if there are too many claims, or a line id repeats
     */
    public RedemptionRequest build() {
      if (claims.size() > MAX_CLAIMS) {
        throw new IllegalArgumentException(
            "A redemption has at most %d claims, but there are %d."
                .formatted(MAX_CLAIMS, claims.size()));
      }
      for (Claim claim : claims) {
        LedgerTexts.check("offer id", claim.offerId());
        claim.couponCode().ifPresent(code -> LedgerTexts.check("coupon code", code));
        if (claim.amount().isNegative()) {
          throw new IllegalArgumentException(
              "The claim on offer %s has the amount %s, but it must not be negative."
                  .formatted(claim.offerId(), claim.amount()));
        }
      }
      Set<String> ids = new HashSet<>();
      for (PaidLine line : lines) {
        if (!ids.add(line.lineId())) {
          throw new IllegalArgumentException(
              "Line id %s occurs twice in the redemption.".formatted(line.lineId()));
        }
      }
      return new RedemptionRequest(this);
    }
  }
}
