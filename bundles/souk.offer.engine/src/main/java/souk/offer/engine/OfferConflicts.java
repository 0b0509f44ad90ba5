package souk.offer.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.TimeRange;
import souk.offer.api.ArticleBook;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;
import souk.offer.engine.kinds.BuiltInKinds;

/**
 * Pairs of offers that may stand beside each other and together sell an article below its cost or
 * floor; bundles need several articles and are left out. Work grows with the offers that are for an
 * article, not with all, and is bounded: what was not looked at is said. Articles with the least
 * room between price and floor are looked at first. For one thread, used once.
 */
final class OfferConflicts {
  /** Pairs that are told, the deepest first. */
  static final int MOST_FINDINGS = 1_000;

  private static final int MOST_PAIRS = 100_000;

  /** Offers tried on carts, and pairs looked at: a few seconds of work. */
  static final long WORK = 20_000_000;

  private final PriceBook prices;
  private final Map<Sku, Money> costs;
  private final ArticleCuts cuts;
  private final long most;
  private final Map<Long, Pair> pairs = new HashMap<>();
  private long looked;
  private boolean more;

  OfferConflicts(OfferBook book, PriceBook prices, ArticleBook facts, Map<Sku, Money> costs) {
    this(book, prices, facts, costs, WORK);
  }

  static List<Reason> of(
      OfferBook book, PriceBook prices, Optional<ArticleBook> facts, Map<Sku, Money> costs) {
    return new OfferConflicts(book, prices, facts.orElseGet(() -> new ArticleBook(Map.of())), costs)
        .find();
  }

  OfferConflicts(
      OfferBook book, PriceBook prices, ArticleBook facts, Map<Sku, Money> costs, long most) {
    this.prices = prices;
    this.costs = costs;
    this.most = most;
    this.cuts =
        new ArticleCuts(
            book.offers().stream()
                .filter(offer -> !offer.paused() && !offer.exclusive())
                .filter(offer -> BuiltInKinds.EFFECTS.containsKey(offer.effect().kind()))
                .sorted(Comparator.comparing(Offer::id))
                .toList(),
            prices,
            facts);
  }

  /** A price and what it may not go below. */
  private record Shelf(Sku sku, long unit, long least, boolean cost) {
    long room() {
      return (unit - least) / Math.max(1, unit / 1_000);
    }
  }

  /** Two offers on the article on which they go lowest below the least price. */
  private record Pair(Offer first, Offer second, Shelf shelf, long price) {
    long below() {
      return shelf.least() - price;
    }
  }

  List<Reason> find() {
    List<Shelf> shelves =
        prices.prices().entrySet().stream()
            .map(entry -> shelf(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Shelf::room).thenComparing(s -> s.sku().value()))
            .toList();
    int done = 0;
    while (done < shelves.size() && look(shelves.get(done))) {
      done++;
    }
    List<Reason> findings = new ArrayList<>();
    pairs.values().stream()
        .sorted(
            Comparator.comparingLong(Pair::below)
                .reversed()
                .thenComparing(pair -> pair.first().id())
                .thenComparing(pair -> pair.second().id()))
        .limit(MOST_FINDINGS)
        .forEach(pair -> findings.add(told(pair)));
    if (pairs.size() > findings.size()) {
      findings.add(untold(findings.size()));
    }
    if (done < shelves.size()) {
      findings.add(unlooked(shelves.size() - done, shelves.size()));
    }
    return List.copyOf(findings);
  }

  private Shelf shelf(Sku sku, BookPrice price) {
    Money cost = costs.get(sku);
    long floor = price.floor().amountMinor();
    boolean byCost = cost != null && cost.amountMinor() > floor;
    long least = byCost && cost != null ? cost.amountMinor() : floor;
    return new Shelf(sku, price.price().amountMinor(), least, byCost);
  }

  /** False if there was too much work to do it whole. */
  private boolean look(Shelf shelf) {
    cuts.look(shelf.sku(), shelf.unit());
    int[] deepest = cuts.deepestFirst();
    long room = shelf.unit() - shelf.least();
    for (int i = 1; i < deepest.length; i++) {
      for (int k = 0; k < i; k++) {
        long off = cuts.off(deepest[k]) + cuts.off(deepest[i]);
        if (off <= room) {
          break;
        }
        looked++;
        pair(deepest[k], deepest[i], shelf, off);
      }
      if (cuts.trials() + looked > most) {
        return false;
      }
    }
    return cuts.trials() + looked <= most;
  }

  private void pair(int a, int b, Shelf shelf, long off) {
    int one = Math.min(a, b);
    int two = Math.max(a, b);
    long key = (long) one * cuts.size() + two;
    Pair known = pairs.get(key);
    long price = Math.max(0, shelf.unit() - off);
    if (known != null ? known.below() >= shelf.least() - price : !together(one, two)) {
      return;
    }
    if (known == null && pairs.size() == MOST_PAIRS) {
      more = true;
      return;
    }
    boolean ordered = cuts.offer(one).id().compareTo(cuts.offer(two).id()) < 0;
    Offer first = cuts.offer(ordered ? one : two);
    Offer second = cuts.offer(ordered ? two : one);
    pairs.put(key, new Pair(first, second, shelf, price));
  }

  private boolean together(int one, int two) {
    Offer a = cuts.offer(one);
    Offer b = cuts.offer(two);
    TimeRange first = a.window();
    TimeRange second = b.window();
    return !a.stackingGroup().equals(b.stackingGroup())
        && first.from().isBefore(second.until())
        && second.from().isBefore(first.until());
  }

  private Reason told(Pair pair) {
    Money price = Money.ofMinor(pair.price(), prices.currency());
    Money least = Money.ofMinor(pair.shelf().least(), prices.currency());
    String what = pair.shelf().cost() ? "cost" : "floor";
    String first = pair.first().id();
    String second = pair.second().id();
    return Reason.of(
        "offer.conflict." + what,
        "Offers %s and %s together would sell %s for %s, below its %s of %s.%nMaybe they should be of one stacking group."
            .formatted(first, second, pair.shelf().sku(), price, what, least),
        first,
        second,
        pair.shelf().sku(),
        price,
        least);
  }

  private Reason untold(int told) {
    String all = (more ? "more than " : "") + pairs.size();
    return Reason.of(
        "offer.conflict.more",
        "Of %s pairs of offers that together sell below cost or floor, the %d deepest are told.%nMaybe put offers that shall not add up into one stacking group."
            .formatted(all, told),
        pairs.size(),
        told);
  }

  private static Reason unlooked(int articles, int all) {
    return Reason.of(
        "offer.conflict.unchecked",
        "%d of %d articles, those with the most room above their floor, were not looked at, because too many offers are for everything.%nMaybe name articles, categories or brands in these offers."
            .formatted(articles, all),
        articles,
        all);
  }
}
