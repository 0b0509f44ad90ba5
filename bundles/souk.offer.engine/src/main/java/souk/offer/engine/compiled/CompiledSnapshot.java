package souk.offer.engine.compiled;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import souk.kernel.api.Snapshot;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;
import souk.offer.api.PriceLayer;
import souk.offer.api.PriceLayers;
import souk.offer.api.QuoteException;
import souk.offer.api.ShopTerms;
import souk.offer.engine.kinds.BuiltInKinds;
import souk.offer.lib.compiled.OfferSet;

/**
 * A snapshot in the form in which quotes read it: offers by the position that the library gives
 * them, prices, facts and terms. Immutable and safe for use by many threads.
 */
public final class CompiledSnapshot {
  private final Snapshot snapshot;
  private final PriceBook prices;
  private final List<PriceLayer> layers;
  private final ArticleBook articles;
  private final ShopTerms terms;
  private final OfferSet set;
  private final Offer[] offers;
  private final boolean taxed;
  private final boolean batches;
  private final Set<String> sharedCodes;
  private final Map<String, Offer> byId;

  private CompiledSnapshot(Snapshot snapshot, PriceBook prices, List<Offer> all) {
    this.snapshot = snapshot;
    this.prices = prices;
    this.layers = snapshot.part(PriceLayers.class).map(PriceLayers::layers).orElse(List.of());
    this.articles = snapshot.part(ArticleBook.class).orElse(new ArticleBook(Map.of()));
    this.terms = snapshot.part(ShopTerms.class).orElse(ShopTerms.standard());
    this.taxed =
        articles.articles().values().stream().anyMatch(facts -> facts.taxPercent().signum() > 0);
    OfferSet.Builder builder = OfferSet.builder().zone(terms.zone(Optional.empty()));
    prices.prices().forEach((sku, price) -> article(builder, sku, price));
    layers.forEach(
        layer ->
            layer
                .prices()
                .forEach(
                    (sku, price) -> {
                      if (!prices.prices().containsKey(sku)) {
                        article(builder, sku, price);
                      }
                    }));
    this.byId = new HashMap<>(2 * all.size());
    Set<String> codes = new TreeSet<>();
    boolean anyBatch = false;
    for (Offer offer : all) {
      byId.put(offer.id(), offer);
      add(builder, offer);
      for (Spec condition : offer.conditions()) {
        if (condition.kind().equals("coupon")) {
          anyBatch |= condition.parameters().containsKey("batch");
          if (condition.parameters().get("code") instanceof String code) {
            codes.add(code);
          }
        }
      }
    }
    this.batches = anyBatch;
    this.sharedCodes = Set.copyOf(codes);
    this.set = builder.build();
    this.offers = new Offer[all.size()];
    for (int i = 0; i < offers.length; i++) {
      offers[i] = byId.get(set.offerId(i));
    }
  }

  private void article(OfferSet.Builder builder, Sku sku, BookPrice price) {
    ArticleFacts facts = articles.articles().get(sku);
    builder.article(
        sku.value(),
        price.price().amountMinor(),
        price.floor().amountMinor(),
        facts == null ? List.of() : facts.categories(),
        facts == null ? null : facts.brand().orElse(null));
  }

  private void add(OfferSet.Builder builder, Offer offer) {
    try {
      builder.offer(OfferForms.of(offer));
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      throw new QuoteException(
          "quote.broken-offer",
          "Offer %s of snapshot %s cannot be read: %s%nMaybe it was published without being validated."
              .formatted(offer.id(), snapshot.id(), wrong.getMessage()));
    }
  }

  /**
   * Compiles the parts of a snapshot.
   *
   * @throws QuoteException if it has no price book, or an offer cannot be read
   */
  public static CompiledSnapshot of(Snapshot snapshot) {
    PriceBook prices =
        snapshot
            .part(PriceBook.class)
            .orElseThrow(
                () ->
                    new QuoteException(
                        "quote.nothing-published",
                        "Snapshot %s has no price book.%nMaybe prices must be published first."
                            .formatted(snapshot.id())));
    return new CompiledSnapshot(
        snapshot, prices, snapshot.part(OfferBook.class).map(OfferBook::offers).orElse(List.of()));
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public PriceBook prices() {
    return prices;
  }

  /** In the order in which they are asked. */
  public List<PriceLayer> layers() {
    return layers;
  }

  public ArticleBook articles() {
    return articles;
  }

  public ShopTerms terms() {
    return terms;
  }

  public OfferSet set() {
    return set;
  }

  /** An offer by its position in the set. */
  public Offer offer(int position) {
    return offers[position];
  }

  /** An offer of the snapshot. */
  public Offer offerById(String id) {
    return java.util.Objects.requireNonNull(byId.get(id));
  }

  /** True if an article has a tax. */
  public boolean taxed() {
    return taxed;
  }

  /** True if an offer asks for a coupon of a batch. */
  public boolean batches() {
    return batches;
  }

  /** Codes that offers ask for and all customers share. */
  public Set<String> sharedCodes() {
    return sharedCodes;
  }

  public BigDecimal taxPercent(Sku sku) {
    ArticleFacts facts = articles.articles().get(sku);
    return facts == null ? BigDecimal.ZERO : facts.taxPercent();
  }

  public ZoneId zone(Optional<String> store) {
    return terms.zone(store);
  }

  /** True if the kind of the effect is the engine's own. */
  public static boolean builtIn(Offer offer) {
    return BuiltInKinds.EFFECTS.containsKey(offer.effect().kind());
  }
}
