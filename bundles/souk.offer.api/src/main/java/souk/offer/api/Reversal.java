package souk.offer.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import souk.model.Money;

/** What was given back of a redemption. Immutable. */
public final class Reversal {
  /**
   * Money for units of one line that come back. All refunds of a line sum exactly to what was paid.
   *
   * @param lineId the line
   * @param quantity units that come back
   * @param net paid for them
   * @param tax contained in the net amount, or on top of it where prices are without tax
   */
  public record Line(String lineId, BigDecimal quantity, Money net, Money tax) {}

  private final String id;
  private final String redemptionId;
  private final Instant recordedAt;
  private final List<Line> lines;
  private final Map<String, Money> amounts;
  private final boolean usesGivenBack;
  private final Optional<Money> refund;
  private final boolean replayed;

  private Reversal(Builder builder) {
    this.id = builder.id;
    this.redemptionId = builder.redemptionId;
    this.recordedAt = builder.recordedAt;
    this.lines = builder.lines;
    this.amounts = builder.amounts;
    this.usesGivenBack = builder.usesGivenBack;
    this.refund = builder.refund;
    this.replayed = builder.replayed;
  }

  public static Builder builder(String id, String redemptionId, Instant recordedAt) {
    return new Builder(id, redemptionId, recordedAt);
  }

  public String id() {
    return id;
  }

  public String redemptionId() {
    return redemptionId;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public List<Line> lines() {
    return lines;
  }

  /** Discounts given back to the budgets, by offer. */
  public Map<String, Money> amounts() {
    return amounts;
  }

  /** True if at least one use of an offer or a coupon came back. */
  public boolean usesGivenBack() {
    return usesGivenBack;
  }

  /** What the customer gets back, taxes included; empty if the redemption has no lines. */
  public Optional<Money> refund() {
    return refund;
  }

  /** True if this is an earlier answer given again. */
  public boolean replayed() {
    return replayed;
  }

  @Override
  public String toString() {
    return "Reversal[%s of %s: %s, refund %s]".formatted(id, redemptionId, amounts, refund);
  }

  /** Collects a reversal; not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final String redemptionId;
    private final Instant recordedAt;
    private List<Line> lines = List.of();
    private Map<String, Money> amounts = Map.of();
    private boolean usesGivenBack;
    private Optional<Money> refund = Optional.empty();
    private boolean replayed;

    private Builder(String id, String redemptionId, Instant recordedAt) {
      this.id = Objects.requireNonNull(id, "id");
      this.redemptionId = Objects.requireNonNull(redemptionId, "redemptionId");
      this.recordedAt = Objects.requireNonNull(recordedAt, "recordedAt");
    }

    public Builder lines(List<Line> all) {
      this.lines = List.copyOf(all);
      return this;
    }

    public Builder amounts(Map<String, Money> all) {
      this.amounts = java.util.Collections.unmodifiableMap(new TreeMap<>(all));
      return this;
    }

    public Builder usesGivenBack(boolean some) {
      this.usesGivenBack = some;
      return this;
    }

    public Builder refund(Money amount) {
      this.refund = Optional.of(amount);
      return this;
    }

    public Builder replayed(boolean again) {
      this.replayed = again;
      return this;
    }

    public Reversal build() {
      return new Reversal(this);
    }
  }
}
