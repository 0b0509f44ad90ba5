package souk.offer.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;
import souk.offer.engine.kinds.BuiltInEffect;
import souk.offer.engine.kinds.BuiltInKinds;
import souk.offer.lib.compiled.CartInput;
import souk.offer.lib.compiled.EffectForm;
import souk.offer.lib.compiled.OfferForm;
import souk.offer.lib.compiled.OfferSet;
import souk.offer.lib.compiled.QuoteResult;
import souk.offer.lib.compiled.Quoting;
import souk.offer.lib.compiled.Selector;

/**
 * Pairs of offers that may stand beside each other and together sell an article below its cost or
 * floor. Each offer is tried on carts of one article alone, in the quantities at which it gives the
 * most per unit; conditions are taken to hold. For one thread, used once.
 */
final class OfferConflicts {
  private static final int MOST_PER_OFFER = 1_000;

  private final List<Offer> offers = new ArrayList<>();
  private final PriceBook prices;
  private final Map<Sku, Money> costs;
  private final Quoting quoting = new Quoting();
  private final CartInput cart = new CartInput();
  private final List<Reason> findings = new ArrayList<>();

  OfferConflicts(OfferBook book, PriceBook prices, Map<Sku, Money> costs) {
    this.prices = prices;
    this.costs = costs;
    book.offers().stream()
        .filter(offer -> !offer.paused() && !offer.exclusive())
        .filter(offer -> BuiltInKinds.EFFECTS.containsKey(offer.effect().kind()))
        .sorted(Comparator.comparing(Offer::id))
        .forEach(offers::add);
  }

  List<Reason> find() {
    Map<String, Worst> worst = new java.util.TreeMap<>();
    List<OfferSet> alone = offers.stream().map(this::alone).toList();
    prices.prices().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().value()))
        .forEach(entry -> article(entry.getKey(), entry.getValue(), alone, worst));
    worst.values().forEach(this::report);
    return List.copyOf(findings);
  }

  /** The pair and the article on which it goes lowest below the least price. */
  private record Worst(Offer first, Offer second, Sku sku, long price, long least, boolean cost) {
    long below() {
      return least - price;
    }
  }

  private OfferSet alone(Offer offer) {
    BuiltInEffect kind = BuiltInKinds.EFFECTS.get(offer.effect().kind());
    EffectForm effect =
        kind.read(offer.effect(), offer.limits().perOrder().orElse(Long.MAX_VALUE));
    OfferSet.Builder set = OfferSet.builder();
    prices.prices().keySet().forEach(sku -> set.article(sku.value(), 1, 0));
    return set.offer(OfferForm.builder(offer.id(), effect).build()).build();
  }

  private void article(Sku sku, BookPrice price, List<OfferSet> alone, Map<String, Worst> worst) {
    long unit = price.price().amountMinor();
    Money cost = costs.get(sku);
    long least = price.floor().amountMinor();
    boolean byCost = cost != null && cost.amountMinor() > least;
    least = byCost ? cost.amountMinor() : least;
    long[] off = new long[offers.size()];
    for (int i = 0; i < off.length; i++) {
      off[i] = mostPerUnit(offers.get(i).effect(), alone.get(i), sku, unit);
    }
    for (int i = 0; i < off.length; i++) {
      for (int k = 0; k < i && off[i] > 0; k++) {
        long left = unit - off[i] - off[k];
        if (off[k] > 0 && left < least && together(offers.get(i), offers.get(k))) {
          Worst found =
              new Worst(offers.get(k), offers.get(i), sku, Math.max(0, left), least, byCost);
          worst.merge(
              offers.get(k).id() + "\n" + offers.get(i).id(),
              found,
              (a, b) -> b.below() > a.below() ? b : a);
        }
      }
    }
  }

  private static boolean together(Offer a, Offer b) {
    TimeRange one = a.window();
    TimeRange two = b.window();
    return !a.stackingGroup().equals(b.stackingGroup())
        && one.from().isBefore(two.until())
        && two.from().isBefore(one.until());
  }

  /** Half-even share of one unit, in the quantity that gives the most. */
  private long mostPerUnit(Spec effect, OfferSet set, Sku sku, long unit) {
    long most = 0;
    for (long quantity : quantities(effect, unit)) {
      cart.clear().line(sku.value(), quantity * 1_000_000, unit, 0);
      QuoteResult result = quoting.quote(set, cart, Selector.BY_PRIORITY);
      long off = result.grossTotal() - result.netTotal();
      most = Math.max(most, off / quantity);
    }
    return most;
  }

  private static List<Long> quantities(Spec effect, long unit) {
    List<Long> quantities = new ArrayList<>(List.of(1L));
    number(effect.parameters().get("buy"))
        .ifPresent(
            buy ->
                quantities.add(buy + number(effect.parameters().get("get")).orElse(1L)));
    number(effect.parameters().get("quantity")).ifPresent(quantities::add);
    number(effect.parameters().get("thresholdMinor")).ifPresent(t -> quantities.add(up(t, unit)));
    if (effect.parameters().get("tiers") instanceof List<?> tiers) {
      for (Object tier : tiers) {
        if (tier instanceof Map<?, ?> map) {
          number(map.get("thresholdMinor")).ifPresent(t -> quantities.add(up(t, unit)));
        }
      }
    }
    quantities.removeIf(quantity -> quantity < 1 || quantity > 1_000_000);
    return quantities;
  }

  private static long up(long threshold, long unit) {
    return (threshold + unit - 1) / unit;
  }

  private static java.util.Optional<Long> number(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof BigDecimal number
        ? java.util.Optional.of(number.longValue())
        : java.util.Optional.empty();
  }

  private void report(Worst worst) {
    if (findings.size() >= MOST_PER_OFFER) {
      return;
    }
    Money price = Money.ofMinor(worst.price(), prices.currency());
    Money least = Money.ofMinor(worst.least(), prices.currency());
    String what = worst.cost() ? "cost" : "floor";
    findings.add(
        Reason.of(
            "offer.conflict." + what,
            "Offers %s and %s together would sell %s for %s, below its %s of %s.%nMaybe they should be of one stacking group."
                .formatted(worst.first().id(), worst.second().id(), worst.sku(), price, what, least),
            worst.first().id(),
            worst.second().id(),
            worst.sku(),
            price,
            least));
  }
}
