package souk.trust.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import souk.model.Sku;
import souk.offer.api.ArticleFacts;
import souk.offer.api.Offer;
import souk.offer.api.PriceLayers;

/**
 * The life of a change of offers after it was submitted. Holds the offers as they were submitted:
 * what is approved is what is published. Immutable.
 */
public final class OfferReview {
  private final String id;
  private final ReviewState state;
  private final List<Offer> offers;
  private final List<String> ends;
  private final Optional<PriceLayers> layers;
  private final Map<Sku, ArticleFacts> articles;
  private final Set<String> authors;
  private final OfferAssessment assessment;
  private final List<Review.Step> steps;
  private final Optional<String> publicationId;

  private OfferReview(Builder builder) {
    this.id = builder.id;
    this.state = builder.state;
    this.offers = builder.offers;
    this.ends = builder.ends;
    this.layers = builder.layers;
    this.articles = builder.articles;
    this.authors = builder.authors;
    this.assessment = builder.assessment;
    this.steps = builder.steps;
    this.publicationId = builder.publicationId;
  }

  public static Builder builder(String id, ReviewState state, OfferAssessment assessment) {
    return new Builder(id, state, assessment);
  }

  public String id() {
    return id;
  }

  /** {@code PROPOSED} while people may approve it. */
  public ReviewState state() {
    return state;
  }

  public List<Offer> offers() {
    return offers;
  }

  /** Offers that leave the book. */
  public List<String> ends() {
    return ends;
  }

  public Optional<PriceLayers> layers() {
    return layers;
  }

  public Map<Sku, ArticleFacts> articles() {
    return articles;
  }

  /** Who submitted it and who changed its drafts; none of them can be the second person. */
  public Set<String> authors() {
    return authors;
  }

  /** Latest one. */
  public OfferAssessment assessment() {
    return assessment;
  }

  /** What happened, oldest first. */
  public List<Review.Step> steps() {
    return steps;
  }

  public Optional<String> publicationId() {
    return publicationId;
  }

  /** Collects a review; not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final ReviewState state;
    private final OfferAssessment assessment;
    private List<Offer> offers = List.of();
    private List<String> ends = List.of();
    private Optional<PriceLayers> layers = Optional.empty();
    private Map<Sku, ArticleFacts> articles = Map.of();
    private Set<String> authors = Set.of();
    private List<Review.Step> steps = List.of();
    private Optional<String> publicationId = Optional.empty();

    private Builder(String id, ReviewState state, OfferAssessment assessment) {
      this.id = id;
      this.state = state;
      this.assessment = assessment;
    }

    public Builder offers(List<Offer> asSubmitted) {
      this.offers = List.copyOf(asSubmitted);
      return this;
    }

    public Builder ends(List<String> offerIds) {
      this.ends = List.copyOf(offerIds);
      return this;
    }

    public Builder layers(Optional<PriceLayers> all) {
      this.layers = all;
      return this;
    }

    public Builder articles(Map<Sku, ArticleFacts> facts) {
      this.articles = Map.copyOf(facts);
      return this;
    }

    public Builder authors(Set<String> names) {
      this.authors = Set.copyOf(names);
      return this;
    }

    public Builder steps(List<Review.Step> oldestFirst) {
      this.steps = List.copyOf(oldestFirst);
      return this;
    }

    public Builder publicationId(Optional<String> publication) {
      this.publicationId = publication;
      return this;
    }

    public OfferReview build() {
      return new OfferReview(this);
    }
  }
}
