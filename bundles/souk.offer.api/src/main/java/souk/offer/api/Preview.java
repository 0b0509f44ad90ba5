package souk.offer.api;

import java.util.Optional;

/**
 * A quote that has no side effect: at any instant, with offers or prices that are not published,
 * for any audience. Nothing is logged, counted or shown to trials. Immutable.
 */
public final class Preview {
  private final QuoteRequest request;
  private final Optional<OfferBook> offers;
  private final Optional<PriceBook> prices;
  private final Optional<ArticleBook> articles;
  private final Optional<ShopTerms> terms;
  private final Optional<PriceLayers> priceLayers;
  private final boolean explained;

  private Preview(Builder builder) {
    this.request = builder.request;
    this.offers = builder.offers;
    this.prices = builder.prices;
    this.articles = builder.articles;
    this.terms = builder.terms;
    this.priceLayers = builder.priceLayers;
    this.explained = builder.explained;
  }

  public static Builder builder(QuoteRequest request) {
    return new Builder(request);
  }

  public QuoteRequest request() {
    return request;
  }

  /** Instead of the published offers. */
  public Optional<OfferBook> offers() {
    return offers;
  }

  /** Instead of the published prices. */
  public Optional<PriceBook> prices() {
    return prices;
  }

  /** Instead of the published facts. */
  public Optional<ArticleBook> articles() {
    return articles;
  }

  /** Instead of the published terms. */
  public Optional<ShopTerms> terms() {
    return terms;
  }

  /** Instead of the published layers of prices. */
  public Optional<PriceLayers> priceLayers() {
    return priceLayers;
  }

  /** True if every offer shall be explained. */
  public boolean explained() {
    return explained;
  }

  /** Collects a preview; not safe for use by many threads. */
  public static final class Builder {
    private final QuoteRequest request;
    private Optional<OfferBook> offers = Optional.empty();
    private Optional<PriceBook> prices = Optional.empty();
    private Optional<ArticleBook> articles = Optional.empty();
    private Optional<ShopTerms> terms = Optional.empty();
    private Optional<PriceLayers> priceLayers = Optional.empty();
    private boolean explained;

    private Builder(QuoteRequest request) {
      this.request = request;
    }

    public Builder offers(OfferBook instead) {
      this.offers = Optional.of(instead);
      return this;
    }

    public Builder prices(PriceBook instead) {
      this.prices = Optional.of(instead);
      return this;
    }

    public Builder articles(ArticleBook instead) {
      this.articles = Optional.of(instead);
      return this;
    }

    public Builder terms(ShopTerms instead) {
      this.terms = Optional.of(instead);
      return this;
    }

    public Builder priceLayers(PriceLayers instead) {
      this.priceLayers = Optional.of(instead);
      return this;
    }

    public Builder explained(boolean wanted) {
      this.explained = wanted;
      return this;
    }

    public Preview build() {
      return new Preview(this);
    }
  }
}
