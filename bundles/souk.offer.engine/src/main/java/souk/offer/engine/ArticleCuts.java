package souk.offer.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.Offer;
import souk.offer.api.PriceBook;
import souk.offer.engine.kinds.BuiltInEffect;
import souk.offer.engine.kinds.BuiltInKinds;
import souk.offer.lib.compiled.CartInput;
import souk.offer.lib.compiled.Foreign;
import souk.offer.lib.compiled.OfferForm;
import souk.offer.lib.compiled.OfferSet;
import souk.offer.lib.compiled.Quoting;
import souk.offer.lib.compiled.Uses;

/**
 * What each offer can take off one unit of an article, found by trying carts of that article alone
 * in the quantities at which the offers for it give the most; conditions are taken to hold. Offers
 * for other articles are not looked at. For one thread.
 */
final class ArticleCuts {
  private static final int MOST_QUANTITIES = 256;
  private static final long MANY = 1_000_000;

  private final List<Offer> offers = new ArrayList<>();
  private final OfferSet set;
  private final Quoting quoting = new Quoting();
  private final CartInput cart = new CartInput();
  private final long[] off;
  private int[] touching = new int[16];
  private int count;
  private long trials;

  ArticleCuts(List<Offer> all, PriceBook prices, ArticleBook facts) {
    OfferSet.Builder building = OfferSet.builder();
    for (Sku sku : prices.prices().keySet()) {
      Optional<ArticleFacts> known = facts.facts(sku);
      building.article(
          sku.value(),
          1,
          0,
          known.map(ArticleFacts::categories).orElse(List.of()),
          known.flatMap(ArticleFacts::brand).orElse(null));
    }
    Map<String, Offer> byId = new java.util.HashMap<>();
    for (Offer offer : all) {
      BuiltInEffect kind = BuiltInKinds.EFFECTS.get(offer.effect().kind());
      if (kind != null) {
        long perOrder = offer.limits().perOrder().orElse(Long.MAX_VALUE);
        building.offer(OfferForm.builder(offer.id(), kind.read(offer.effect(), perOrder)).build());
        byId.put(offer.id(), offer);
      }
    }
    set = building.build();
    for (int number = 0; number < set.size(); number++) {
      offers.add(byId.get(set.offerId(number)));
    }
    off = new long[offers.size()];
  }

  /** Looks at an article with a unit price. */
  void look(Sku sku, long unit) {
    for (int k = 0; k < count; k++) {
      off[touching[k]] = 0;
    }
    count = 0;
    // So many units reach every threshold that a cart can reach.
    attempt(sku, unit, Math.max(1, Math.min(MANY, Long.MAX_VALUE / 1_000_000 / unit)));
    TreeSet<Long> quantities = new TreeSet<>(List.of(1L));
    for (int k = 0; k < count; k++) {
      quantities(offers.get(touching[k]).effect(), unit, quantities);
    }
    quantities.stream()
        .filter(quantity -> quantity >= 1 && quantity <= MANY)
        .limit(MOST_QUANTITIES)
        .forEach(quantity -> attempt(sku, unit, quantity));
  }

  private void attempt(Sku sku, long unit, long quantity) {
    cart.clear().line(sku.value(), quantity * 1_000_000, unit, 0);
    quoting.evaluate(set, cart, Uses.NONE, Foreign.NONE);
    trials += 1 + quoting.candidates();
    for (int slot = 0; slot < quoting.candidates(); slot++) {
      int offer = quoting.candidate(slot);
      long each = quoting.wanted(slot, 0) / quantity;
      if (each > 0) {
        if (off[offer] == 0) {
          touching = count == touching.length ? Arrays.copyOf(touching, 2 * count) : touching;
          touching[count++] = offer;
        }
        off[offer] = Math.max(off[offer], each);
      }
    }
  }

  private static void quantities(Spec effect, long unit, Set<Long> quantities) {
    number(effect.parameters().get("buy"))
        .ifPresent(buy -> quantities.add(buy + number(effect.parameters().get("get")).orElse(1L)));
    number(effect.parameters().get("quantity")).ifPresent(quantities::add);
    number(effect.parameters().get("thresholdMinor")).ifPresent(t -> quantities.add(up(t, unit)));
    if (effect.parameters().get("tiers") instanceof List<?> tiers) {
      for (Object tier : tiers) {
        if (tier instanceof Map<?, ?> map) {
          number(map.get("thresholdMinor")).ifPresent(t -> quantities.add(up(t, unit)));
        }
      }
    }
  }

  private static long up(long threshold, long unit) {
    return (threshold + unit - 1) / unit;
  }

  private static Optional<Long> number(@Nullable Object value) {
    return value instanceof BigDecimal number ? Optional.of(number.longValue()) : Optional.empty();
  }

  /** Numbers of the offers that take something off, the one that takes the most first. */
  int[] deepestFirst() {
    return Arrays.stream(touching, 0, count)
        .boxed()
        .sorted(
            java.util.Comparator.<Integer>comparingLong(o -> -off[o])
                .thenComparing(o -> offers.get(o).id()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  Offer offer(int number) {
    return offers.get(number);
  }

  /** What an offer takes off one unit at most. */
  long off(int number) {
    return off[number];
  }

  int size() {
    return offers.size();
  }

  /** Offers tried on carts so far. */
  long trials() {
    return trials;
  }
}
