package souk.offer.api;

import java.util.Currency;
import java.util.Optional;

/** Offers, and what may stand beside them so that they can be quoted. Immutable. */
public final class OfferDocument {
  private final Currency currency;
  private final OfferBook offers;
  private final Optional<PriceBook> prices;
  private final Optional<ArticleBook> articles;
  private final Optional<ShopTerms> terms;
  private final Optional<PriceLayers> priceLayers;

  private OfferDocument(Builder builder) {
    this.currency = builder.currency;
    this.offers = builder.offers;
    this.prices = builder.prices;
    this.articles = builder.articles;
    this.terms = builder.terms;
    this.priceLayers = builder.priceLayers;
  }

  public static Builder builder(Currency currency, OfferBook offers) {
    return new Builder(currency, offers);
  }

  /** Of all amounts. */
  public Currency currency() {
    return currency;
  }

  public OfferBook offers() {
    return offers;
  }

  public Optional<PriceBook> prices() {
    return prices;
  }

  public Optional<ArticleBook> articles() {
    return articles;
  }

  public Optional<ShopTerms> terms() {
    return terms;
  }

  public Optional<PriceLayers> priceLayers() {
    return priceLayers;
  }

  /** Collects a document; not safe for use by many threads. */
  public static final class Builder {
    private final Currency currency;
    private final OfferBook offers;
    private Optional<PriceBook> prices = Optional.empty();
    private Optional<ArticleBook> articles = Optional.empty();
    private Optional<ShopTerms> terms = Optional.empty();
    private Optional<PriceLayers> priceLayers = Optional.empty();

    private Builder(Currency currency, OfferBook offers) {
      this.currency = currency;
      this.offers = offers;
    }

    public Builder prices(PriceBook book) {
      this.prices = Optional.of(book);
      return this;
    }

    public Builder articles(ArticleBook book) {
      this.articles = Optional.of(book);
      return this;
    }

    public Builder terms(ShopTerms shop) {
      this.terms = Optional.of(shop);
      return this;
    }

    public Builder priceLayers(PriceLayers layers) {
      this.priceLayers = Optional.of(layers);
      return this;
    }

    public OfferDocument build() {
      return new OfferDocument(this);
    }
  }
}
