package souk.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a customer is about to buy, in one currency through one channel. Immutable. */
public final class Cart {
  /** Lines above which a cart is refused. */
  public static final int MAX_LINES = 1000;

  private final Currency currency;
  private final String channel;
  private final Optional<CustomerKey> customer;
  private final List<CartLine> lines;
  private final Set<String> coupons;
  private final Optional<String> store;
  private final Optional<String> payment;

  private Cart(Builder builder) {
    this.currency = builder.currency;
    this.channel = builder.channel;
    this.customer = builder.customer;
    this.lines = List.copyOf(builder.lines);
    this.coupons = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(builder.coupons));
    this.store = builder.store;
    this.payment = builder.payment;
  }

  public static Builder builder(Currency currency) {
    return new Builder(currency);
  }

  public Currency currency() {
    return currency;
  }

  /** For example {@code store}, {@code web}. */
  public String channel() {
    return channel;
  }

  /** Empty for an anonymous cart. */
  public Optional<CustomerKey> customer() {
    return customer;
  }

  public List<CartLine> lines() {
    return lines;
  }

  /** Coupon codes as typed, in order. */
  public Set<String> coupons() {
    return coupons;
  }

  /** Store where it is bought; empty where there is none. */
  public Optional<String> store() {
    return store;
  }

  /** Payment method, for example {@code card}; empty while it is not chosen. */
  public Optional<String> payment() {
    return payment;
  }

  /** Collects a cart; not safe for use by many threads. */
  public static final class Builder {
    private final Currency currency;
    private String channel = "store";
    private Optional<CustomerKey> customer = Optional.empty();
    private final List<CartLine> lines = new ArrayList<>();
    private final Set<String> coupons = new LinkedHashSet<>();
    private Optional<String> store = Optional.empty();
    private Optional<String> payment = Optional.empty();

    private Builder(Currency currency) {
      this.currency = currency;
    }

    public Builder channel(String name) {
      this.channel = Keys.check("channel", name);
      return this;
    }

    public Builder customer(CustomerKey key) {
      this.customer = Optional.of(key);
      return this;
    }

    public Builder coupon(String code) {
      coupons.add(Keys.check("coupon code", code));
      return this;
    }

    public Builder store(String id) {
      this.store = Optional.of(Keys.check("store", id));
      return this;
    }

    public Builder payment(String method) {
      this.payment = Optional.of(Keys.check("payment method", method));
      return this;
    }

    public Builder line(CartLine line) {
      lines.add(line);
      return this;
    }

    /** Adds a line named by its position, starting at 1. */
    public Builder line(Sku sku, long quantity) {
      return line(
          new CartLine(Integer.toString(lines.size() + 1), sku, BigDecimal.valueOf(quantity)));
    }

    /**
     * @throws IllegalArgumentException if there are no lines, too many, or a line id repeats
     */
    public Cart build() {
      if (lines.isEmpty() || lines.size() > MAX_LINES) {
        throw new IllegalArgumentException(
            "A cart needs 1 to %d lines, but has %d.".formatted(MAX_LINES, lines.size()));
      }
      Set<String> ids = new HashSet<>();
      for (CartLine line : lines) {
        if (!ids.add(line.lineId())) {
          throw new IllegalArgumentException(
              "Line id %s occurs twice in the cart.".formatted(line.lineId()));
        }
      }
      return new Cart(this);
    }
  }
}
