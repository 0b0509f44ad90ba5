package souk.offer.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import souk.offer.lib.compiled.Foreign;
import souk.offer.lib.compiled.OfferForm;
import souk.offer.lib.compiled.OfferSet;
import souk.offer.lib.compiled.Quoting;
import souk.offer.lib.compiled.Uses;

/**
 * Pairs of offers that may stand beside each other and together sell an article below its cost or
 * floor. Each offer is tried on carts of one article alone, in the quantities at which it gives the
 * most per unit; conditions are taken to hold; bundles need several articles and are left out. For
 * one thread, used once.
 */
final class OfferConflicts {
  private static final int MOST_FINDINGS = 1_000;
  private static final int MOST_QUANTITIES = 64;

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
    OfferSet set = together();
    prices.prices().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().value()))
        .forEach(entry -> article(entry.getKey(), entry.getValue(), set, worst));
    worst.values().forEach(this::report);
    return List.copyOf(findings);
  }

  /** The pair and the article on which it goes lowest below the least price. */
  private record Worst(Offer first, Offer second, Sku sku, long price, long least, boolean cost) {
    long below() {
      return least - price;
    }
  }

  /** All offers without their conditions. */
  private OfferSet together() {
    OfferSet.Builder set = OfferSet.builder();
    prices.prices().keySet().forEach(sku -> set.article(sku.value(), 1, 0));
    for (Offer offer : offers) {
      BuiltInEffect kind = BuiltInKinds.EFFECTS.get(offer.effect().kind());
      if (kind != null) {
        EffectForm effect =
            kind.read(offer.effect(), offer.limits().perOrder().orElse(Long.MAX_VALUE));
        set.offer(OfferForm.builder(offer.id(), effect).build());
      }
    }
    return set.build();
  }

  private void article(Sku sku, BookPrice price, OfferSet set, Map<String, Worst> worst) {
    long unit = price.price().amountMinor();
    Money cost = costs.get(sku);
    long floor = price.floor().amountMinor();
    boolean byCost = cost != null && cost.amountMinor() > floor;
    long least = byCost && cost != null ? cost.amountMinor() : floor;
    Map<String, Long> off = mostPerUnit(set, sku, unit);
    List<Offer> touching = offers.stream().filter(offer -> off.containsKey(offer.id())).toList();
    for (int i = 0; i < touching.size(); i++) {
      Offer second = touching.get(i);
      for (int k = 0; k < i; k++) {
        Offer first = touching.get(k);
        long left = unit - off.getOrDefault(first.id(), 0L) - off.getOrDefault(second.id(), 0L);
        if (left < least && together(first, second)) {
          worst.merge(
              first.id() + "\n" + second.id(),
              new Worst(first, second, sku, Math.max(0, left), least, byCost),
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

  /** What each offer takes off one unit, in the quantity at which it takes the most. */
  private Map<String, Long> mostPerUnit(OfferSet set, Sku sku, long unit) {
    Set<Long> quantities = new TreeSet<>();
    offers.forEach(offer -> quantities.addAll(quantities(offer.effect(), unit)));
    Map<String, Long> most = new HashMap<>();
    for (long quantity : quantities.stream().limit(MOST_QUANTITIES).toList()) {
      cart.clear().line(sku.value(), quantity * 1_000_000, unit, 0);
      quoting.evaluate(set, cart, Uses.NONE, Foreign.NONE);
      for (int slot = 0; slot < quoting.candidates(); slot++) {
        long off = quoting.wanted(slot, 0) / quantity;
        if (off > 0) {
          most.merge(set.offerId(quoting.candidate(slot)), off, Math::max);
        }
      }
    }
    return most;
  }

  private static List<Long> quantities(Spec effect, long unit) {
    List<Long> quantities = new ArrayList<>(List.of(1L));
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
    if (findings.size() >= MOST_FINDINGS) {
      return;
    }
    Money price = Money.ofMinor(worst.price(), prices.currency());
    Money least = Money.ofMinor(worst.least(), prices.currency());
    String what = worst.cost() ? "cost" : "floor";
    findings.add(
        Reason.of(
            "offer.conflict." + what,
            "Offers %s and %s together would sell %s for %s, below its %s of %s.%nMaybe they should be of one stacking group."
                .formatted(
                    worst.first().id(), worst.second().id(), worst.sku(), price, what, least),
            worst.first().id(),
            worst.second().id(),
            worst.sku(),
            price,
            least));
  }
}
