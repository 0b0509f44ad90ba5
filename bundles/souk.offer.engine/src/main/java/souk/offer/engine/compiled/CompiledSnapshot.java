package souk.offer.engine.compiled;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import souk.kernel.api.Snapshot;
import souk.model.CartLine;
import souk.model.Sku;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;
import souk.offer.api.QuoteException;
import souk.offer.engine.compiled.CompiledOffer.Outcome;

/**
 * A snapshot indexed for quotes: an offer is found by its articles, else by its audience tags, else
 * it is looked at for every cart. So a quote costs as much as the offers that could match it, not
 * as all offers. Immutable and safe for use by many threads.
 */
public final class CompiledSnapshot {
  private final Snapshot snapshot;
  private final PriceBook prices;
  private final CompiledOffer[] offers;
  private final Map<Sku, int[]> bySku;
  private final Map<String, int[]> byTag;
  private final int[] general;

  /**
   * An offer that could match and what came of it.
   *
   * @param offer the offer
   * @param outcome what it gives, or why not
   */
  public record Considered(Offer offer, Outcome outcome) {}

  private CompiledSnapshot(Snapshot snapshot, PriceBook prices, List<CompiledOffer> sorted) {
    this.snapshot = snapshot;
    this.prices = prices;
    this.offers = sorted.toArray(new CompiledOffer[0]);
    Map<Sku, List<Integer>> skus = new HashMap<>();
    Map<String, List<Integer>> tags = new HashMap<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < offers.length; i++) {
      if (!offers[i].skus().isEmpty()) {
        for (Sku sku : offers[i].skus()) {
          skus.computeIfAbsent(sku, s -> new ArrayList<>()).add(i);
        }
      } else if (!offers[i].tags().isEmpty()) {
        for (String tag : offers[i].tags()) {
          tags.computeIfAbsent(tag, t -> new ArrayList<>()).add(i);
        }
      } else {
        others.add(i);
      }
    }
    this.bySku = arrays(skus);
    this.byTag = arrays(tags);
    this.general = array(others);
  }

  /**
   * Compiles the price book and the offer book of a snapshot.
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
    List<Offer> sorted =
        new ArrayList<>(snapshot.part(OfferBook.class).map(OfferBook::offers).orElse(List.of()));
    sorted.sort(Comparator.comparing(Offer::id));
    List<CompiledOffer> compiled = new ArrayList<>(sorted.size());
    for (Offer offer : sorted) {
      try {
        compiled.add(new CompiledOffer(offer));
      } catch (IllegalArgumentException | ArithmeticException wrong) {
        throw new QuoteException(
            "quote.broken-offer",
            "Offer %s of snapshot %s cannot be read: %s%nMaybe it was published without being validated."
                .formatted(offer.id(), snapshot.id(), wrong.getMessage()));
      }
    }
    return new CompiledSnapshot(snapshot, prices, compiled);
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public PriceBook prices() {
    return prices;
  }

  /** Evaluates the offers that could match, in order of their ids. */
  public List<Considered> consider(CartContext cart, ExternalKinds external) {
    List<Considered> considered = new ArrayList<>();
    BitSet hits = hits(cart);
    for (int i = hits.nextSetBit(0); i >= 0; i = hits.nextSetBit(i + 1)) {
      if (offers[i].offer().window().contains(cart.at())) {
        considered.add(new Considered(offers[i].offer(), offers[i].evaluate(cart, external)));
      }
    }
    return considered;
  }

  private BitSet hits(CartContext cart) {
    BitSet hits = new BitSet(offers.length);
    set(hits, general);
    if (!bySku.isEmpty()) {
      Set<Sku> seen = new HashSet<>();
      for (CartLine line : cart.cart().lines()) {
        if (seen.add(line.sku())) {
          set(hits, bySku.get(line.sku()));
        }
      }
    }
    if (!byTag.isEmpty()) {
      for (String tag : cart.audience()) {
        set(hits, byTag.get(tag));
      }
    }
    return hits;
  }

  private static void set(BitSet hits, int @org.jspecify.annotations.Nullable [] positions) {
    if (positions != null) {
      for (int position : positions) {
        hits.set(position);
      }
    }
  }

  private static <K> Map<K, int[]> arrays(Map<K, List<Integer>> lists) {
    Map<K, int[]> arrays = new HashMap<>(lists.size() * 2);
    lists.forEach((key, list) -> arrays.put(key, array(list)));
    return arrays;
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
