package souk.offer.api;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** What is known beside a text of offers; the text's own statements go first. Immutable. */
public final class OfferSurroundings {
  private static final OfferSurroundings NONE = builder().build();
  private final Optional<Currency> currency;
  private final Optional<PriceBook> prices;
  private final Optional<ArticleBook> articles;
  private final Optional<ShopTerms> terms;
  private final Optional<Set<String>> batches;

  private OfferSurroundings(Builder builder) {
    this.currency = builder.currency;
    this.prices = builder.prices;
    this.articles = builder.articles;
    this.terms = builder.terms;
    this.batches = builder.batches;
  }

  /** Nothing but the text. */
  public static OfferSurroundings none() {
    return NONE;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Of offers that come without a document; that of the prices if none was given. */
  public Optional<Currency> currency() {
    return currency.or(() -> prices.map(PriceBook::currency));
  }

  /** Articles and floors that offers are compared with. */
  public Optional<PriceBook> prices() {
    return prices;
  }

  /** Categories and brands that offers are compared with. */
  public Optional<ArticleBook> articles() {
    return articles;
  }

  /** Zone of local times. */
  public Optional<ShopTerms> terms() {
    return terms;
  }

  /** Batches of coupons that exist. */
  public Optional<Set<String>> batches() {
    return batches;
  }

  /** Collects surroundings; not safe for use by many threads. */
  public static final class Builder {
    private Optional<Currency> currency = Optional.empty();
    private Optional<PriceBook> prices = Optional.empty();
    private Optional<ArticleBook> articles = Optional.empty();
    private Optional<ShopTerms> terms = Optional.empty();
    private Optional<Set<String>> batches = Optional.empty();

    private Builder() {}

    public Builder currency(Currency value) {
      this.currency = Optional.of(value);
      return this;
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

    public Builder batches(Set<String> ids) {
      this.batches = Optional.of(Set.copyOf(ids));
      return this;
    }

    public OfferSurroundings build() {
      return new OfferSurroundings(this);
    }
  }
}
