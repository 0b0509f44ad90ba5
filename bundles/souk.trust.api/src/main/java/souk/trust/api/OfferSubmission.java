package souk.trust.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.model.Sku;
import souk.offer.api.ArticleFacts;
import souk.offer.api.PriceLayers;

/** What shall change at the till, all at once or not at all. Immutable. */
public final class OfferSubmission {
  private final List<String> drafts;
  private final List<String> ends;
  private final Optional<PriceLayers> layers;
  private final Map<Sku, ArticleFacts> articles;

  private OfferSubmission(Builder builder) {
    this.drafts = builder.drafts;
    this.ends = builder.ends;
    this.layers = builder.layers;
    this.articles = builder.articles;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Ids of the drafts that shall be published. */
  public List<String> drafts() {
    return drafts;
  }

  /** Ids of published offers that shall leave the book. */
  public List<String> ends() {
    return ends;
  }

  /** All price layers from then on; empty to leave them as they are. */
  public Optional<PriceLayers> layers() {
    return layers;
  }

  /** Facts to add to those published, or to put in their place, by article. */
  public Map<Sku, ArticleFacts> articles() {
    return articles;
  }

  /** Collects a submission; not safe for use by many threads. */
  public static final class Builder {
    private List<String> drafts = List.of();
    private List<String> ends = List.of();
    private Optional<PriceLayers> layers = Optional.empty();
    private Map<Sku, ArticleFacts> articles = Map.of();

    private Builder() {}

    public Builder drafts(List<String> offerIds) {
      this.drafts = List.copyOf(offerIds);
      return this;
    }

    public Builder ends(List<String> offerIds) {
      this.ends = List.copyOf(offerIds);
      return this;
    }

    public Builder layers(PriceLayers all) {
      this.layers = Optional.of(all);
      return this;
    }

    public Builder articles(Map<Sku, ArticleFacts> facts) {
      this.articles = Map.copyOf(facts);
      return this;
    }

    public OfferSubmission build() {
      return new OfferSubmission(this);
    }
  }
}
