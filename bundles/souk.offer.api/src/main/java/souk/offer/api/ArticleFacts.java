package souk.offer.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What conditions and taxes need to know of an article. Immutable. */
public final class ArticleFacts {
  private final List<String> categories;
  private final Optional<String> brand;
  private final BigDecimal taxPercent;

  private ArticleFacts(Builder builder) {
    this.categories = builder.categories;
    this.brand = builder.brand;
    this.taxPercent = builder.taxPercent;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** All categories it belongs to, from the widest to the narrowest. */
  public List<String> categories() {
    return categories;
  }

  public Optional<String> brand() {
    return brand;
  }

  /** For example 19 or 5.5; 0 if none. */
  public BigDecimal taxPercent() {
    return taxPercent;
  }

  /** Collects facts; not safe for use by many threads. */
  public static final class Builder {
    private List<String> categories = List.of();
    private Optional<String> brand = Optional.empty();
    private BigDecimal taxPercent = BigDecimal.ZERO;

    private Builder() {}

    public Builder categories(List<String> widestFirst) {
      this.categories = List.copyOf(widestFirst);
      return this;
    }

    public Builder brand(String name) {
      this.brand = Optional.of(name);
      return this;
    }

    public Builder taxPercent(BigDecimal percent) {
      if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new IllegalArgumentException(
            "A tax must be between 0 and 100 percent, but is " + percent.toPlainString() + ".");
      }
      this.taxPercent = percent;
      return this;
    }

    public ArticleFacts build() {
      return new ArticleFacts(this);
    }
  }
}
