package souk.trust.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import souk.model.Money;

/** How large a change of offers is, in the worst case. Immutable. */
public final class OfferImpact {
  private final int articlesTouched;
  private final int articles;
  private final BigDecimal depthShare;
  private final Optional<Money> budget;
  private final boolean budgetOpen;

  private OfferImpact(Builder builder) {
    this.articlesTouched = builder.articlesTouched;
    this.articles = builder.articles;
    this.depthShare = builder.depthShare;
    this.budget = builder.budget;
    this.budgetOpen = builder.budgetOpen;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Articles whose price at the till may become another one. */
  public int articlesTouched() {
    return articlesTouched;
  }

  /** Articles of the price book. */
  public int articles() {
    return articles;
  }

  /** Articles touched as a share of all; 0 if there are none. */
  public BigDecimal articlesShare() {
    return articles == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(articlesTouched)
            .divide(BigDecimal.valueOf(articles), 4, RoundingMode.UP);
  }

  /**
   * Greatest share of its price that one of these articles can lose once all offers that may stand
   * beside each other are taken off, before floors.
   */
  public BigDecimal depthShare() {
    return depthShare;
  }

  /** Sum of the budgets of the changed offers; empty if none has one. */
  public Optional<Money> budget() {
    return budget;
  }

  /** True if a changed offer takes money off without a budget. */
  public boolean budgetOpen() {
    return budgetOpen;
  }

  /** Collects an impact; not safe for use by many threads. */
  public static final class Builder {
    private int articlesTouched;
    private int articles;
    private BigDecimal depthShare = BigDecimal.ZERO;
    private Optional<Money> budget = Optional.empty();
    private boolean budgetOpen;

    private Builder() {}

    public Builder articles(int touched, int all) {
      this.articlesTouched = touched;
      this.articles = all;
      return this;
    }

    public Builder depthShare(BigDecimal share) {
      this.depthShare = share;
      return this;
    }

    public Builder budget(Optional<Money> sum, boolean open) {
      this.budget = sum;
      this.budgetOpen = open;
      return this;
    }

    public OfferImpact build() {
      return new OfferImpact(this);
    }
  }
}
