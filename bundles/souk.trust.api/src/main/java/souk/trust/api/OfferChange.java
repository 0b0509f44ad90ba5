package souk.trust.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.offer.api.ArticleBook;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;
import souk.offer.api.PriceLayers;
import souk.offer.api.ShopTerms;

/**
 * A change of offers or price layers as guards see it: what is in force, and all that would be in
 * force afterwards. Immutable.
 */
public final class OfferChange {
  private final String id;
  private final Instant at;
  private final OfferBook before;
  private final OfferBook after;
  private final Set<String> changed;
  private final PriceBook prices;
  private final PriceLayers layersBefore;
  private final PriceLayers layersAfter;
  private final ArticleBook articles;
  private final ShopTerms terms;
  private final Map<Sku, Money> costs;
  private final Map<Sku, Money> usualPrices;
  private final List<Reason> conflicts;

  private OfferChange(Builder builder) {
    this.id = builder.id;
    this.at = builder.at;
    this.before = builder.before;
    this.after = builder.after;
    this.changed = builder.changed;
    this.prices = builder.prices;
    this.layersBefore = builder.layersBefore;
    this.layersAfter = builder.layersAfter;
    this.articles = builder.articles;
    this.terms = builder.terms;
    this.costs = builder.costs;
    this.usualPrices = builder.usualPrices;
    this.conflicts = builder.conflicts;
  }

  /**
   * @param id names the change in findings
   * @param at instant of the judgement; windows are judged by it
   */
  public static Builder builder(String id, Instant at, PriceBook prices) {
    return new Builder(id, at, prices);
  }

  public String id() {
    return id;
  }

  /** Instant of the judgement; never earlier than that of an earlier one. */
  public Instant at() {
    return at;
  }

  public OfferBook before() {
    return before;
  }

  /** The whole offer book that would be in force. */
  public OfferBook after() {
    return after;
  }

  /** Ids of the offers that are new or other than before. */
  public Set<String> changed() {
    return changed;
  }

  public PriceBook prices() {
    return prices;
  }

  public PriceLayers layersBefore() {
    return layersBefore;
  }

  public PriceLayers layersAfter() {
    return layersAfter;
  }

  public ArticleBook articles() {
    return articles;
  }

  public ShopTerms terms() {
    return terms;
  }

  /** Unit costs that were loaded; an article without one is not in it. */
  public Map<Sku, Money> costs() {
    return costs;
  }

  /** What was paid per unit lately, where known. */
  public Map<Sku, Money> usualPrices() {
    return usualPrices;
  }

  /** What the engine says of offers that may stand beside each other. */
  public List<Reason> conflicts() {
    return conflicts;
  }

  /** Collects a change; not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final Instant at;
    private final PriceBook prices;
    private OfferBook before = new OfferBook(List.of());
    private OfferBook after = new OfferBook(List.of());
    private Set<String> changed = Set.of();
    private PriceLayers layersBefore = new PriceLayers(List.of());
    private PriceLayers layersAfter = new PriceLayers(List.of());
    private ArticleBook articles = new ArticleBook(Map.of());
    private ShopTerms terms = ShopTerms.standard();
    private Map<Sku, Money> costs = Map.of();
    private Map<Sku, Money> usualPrices = Map.of();
    private List<Reason> conflicts = List.of();

    private Builder(String id, Instant at, PriceBook prices) {
      this.id = id;
      this.at = at;
      this.prices = prices;
    }

    public Builder offers(OfferBook inForce, OfferBook proposed, Set<String> changedIds) {
      this.before = inForce;
      this.after = proposed;
      this.changed = Set.copyOf(changedIds);
      return this;
    }

    public Builder layers(PriceLayers inForce, PriceLayers proposed) {
      this.layersBefore = inForce;
      this.layersAfter = proposed;
      return this;
    }

    public Builder articles(ArticleBook facts) {
      this.articles = facts;
      return this;
    }

    public Builder terms(ShopTerms inForce) {
      this.terms = inForce;
      return this;
    }

    public Builder costs(Map<Sku, Money> loaded) {
      this.costs = Map.copyOf(loaded);
      return this;
    }

    public Builder usualPrices(Map<Sku, Money> paidLately) {
      this.usualPrices = Map.copyOf(paidLately);
      return this;
    }

    public Builder conflicts(List<Reason> found) {
      this.conflicts = List.copyOf(found);
      return this;
    }

    public OfferChange build() {
      return new OfferChange(this);
    }
  }
}
