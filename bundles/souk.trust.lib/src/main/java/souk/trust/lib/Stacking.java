package souk.trust.lib;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The worst case of stacking: per article, the offers that take the most off while at most one of a
 * stacking group applies and an exclusive one stands alone. All conditions are taken to hold at
 * once, windows are not: only offers that hold at the same instant add up. Amounts measured on list
 * prices add; those measured on what is left multiply. Never promises less than a till can give.
 */
public final class Stacking {
  /** Beyond that many offers on one article, all windows are taken to overlap. */
  static final int WINDOWS_LIMIT = 200;

  private final Shelf shelf;
  private final EffectDepth depths;
  private final List<Scoped> all = new ArrayList<>();
  private final ScopeIndex<Scoped> index = new ScopeIndex<>();

  public Stacking(Shelf shelf, Collection<OfferShape> offers) {
    this.shelf = shelf;
    this.depths = new EffectDepth(shelf);
    for (OfferShape offer : offers) {
      Scoped scoped = scoped(offer);
      all.add(scoped);
      index.add(scoped, scoped.scopes());
    }
  }

  private record Scoped(OfferShape offer, Scope scope, Scope reward) {
    List<Scope> scopes() {
      return scope.equals(reward) ? List.of(scope) : List.of(scope, reward);
    }
  }

  private static Scoped scoped(OfferShape offer) {
    return new Scoped(offer, Scope.of(offer.effect()), EffectDepth.reward(offer.effect()));
  }

  /** Articles that an offer can concern. */
  private Stream<ShelfArticle> concerned(Scoped scoped) {
    return scoped.scope().equals(scoped.reward())
        ? shelf.within(scoped.scope())
        : scoped.scopes().stream().flatMap(shelf::within).distinct();
  }

  private Optional<BigDecimal> share(Scoped scoped, ShelfArticle article) {
    return depths.share(scoped.offer(), scoped.scope(), scoped.reward(), article);
  }

  /** Articles from which an offer can take something off, or of which nobody can say. */
  public List<ShelfArticle> touched(OfferShape offer) {
    Scoped scoped = scoped(offer);
    return concerned(scoped)
        .filter(a -> share(scoped, a).map(share -> share.signum() > 0).orElse(true))
        .toList();
  }

  /** Offers whose depth nobody can say, because their kind is unknown here. */
  public Set<String> unknown() {
    Set<String> ids = new TreeSet<>();
    for (Scoped scoped : all) {
      // Kinds that differ by article name each of them.
      long few = scoped.scope().skus().isEmpty() ? 1 : Long.MAX_VALUE;
      if (concerned(scoped).limit(few).anyMatch(article -> share(scoped, article).isEmpty())) {
        ids.add(scoped.offer().id());
      }
    }
    return ids;
  }

  /** The worst case of one article; empty if no offer takes anything off. */
  public Optional<WorstCase> worst(ShelfArticle article) {
    List<Cut> cuts = new ArrayList<>();
    for (Scoped scoped : index.find(article)) {
      OfferShape offer = scoped.offer();
      share(scoped, article)
          .filter(share -> share.signum() > 0)
          .ifPresent(share -> cuts.add(new Cut(offer, share, !offer.net())));
    }
    cuts.sort(Comparator.comparing(cut -> cut.offer().id()));
    if (cuts.isEmpty()) {
      return Optional.empty();
    }
    WorstCase overlapping = at(article, cuts, cuts.get(0).offer().window().from());
    if (cuts.size() > WINDOWS_LIMIT) {
      return Optional.of(overlapping);
    }
    WorstCase worst = null;
    List<Instant> begins =
        cuts.stream()
            .map(cut -> cut.offer().window().from())
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    for (Instant instant : begins) {
      List<Cut> live = cuts.stream().filter(cut -> cut.offer().window().contains(instant)).toList();
      WorstCase then = at(article, live, instant);
      if (worst == null || then.share().compareTo(worst.share()) > 0) {
        worst = then;
      }
      // No instant is worse than all offers at once.
      if (worst.share().compareTo(overlapping.share()) >= 0) {
        break;
      }
    }
    return Optional.ofNullable(worst);
  }

  private record Cut(OfferShape offer, BigDecimal share, boolean additive) {}

  private static WorstCase at(ShelfArticle article, List<Cut> cuts, Instant instant) {
    Map<String, Cut> best = new TreeMap<>();
    Optional<Cut> alone = Optional.empty();
    for (Cut cut : cuts) {
      if (cut.offer().exclusive()) {
        alone =
            alone
                .filter(known -> known.share().compareTo(cut.share()) >= 0)
                .or(() -> Optional.of(cut));
      } else {
        best.merge(cut.offer().stackingGroup(), cut, Stacking::deeper);
      }
    }
    BigDecimal list = BigDecimal.ZERO;
    BigDecimal left = BigDecimal.ONE;
    List<String> ids = new ArrayList<>();
    for (Cut cut : best.values()) {
      ids.add(cut.offer().id());
      if (!cut.additive()) {
        left = left.multiply(BigDecimal.ONE.subtract(cut.share()));
      } else {
        list = list.add(cut.share());
      }
    }
    left = left.multiply(BigDecimal.ONE.subtract(list).max(BigDecimal.ZERO));
    BigDecimal share = BigDecimal.ONE.subtract(left).setScale(6, RoundingMode.CEILING);
    if (alone.isPresent() && alone.get().share().compareTo(share) > 0) {
      share = alone.get().share();
      ids = List.of(alone.get().offer().id());
    }
    long net =
        BigDecimal.valueOf(article.priceMinor())
            .multiply(BigDecimal.ONE.subtract(share).max(BigDecimal.ZERO))
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValue();
    return new WorstCase(article, share, net, ids.stream().sorted().toList(), instant);
  }

  /** The deeper one; it adds up if one of the two does, which never is less deep. */
  private static Cut deeper(Cut a, Cut b) {
    Cut deep = a.share().compareTo(b.share()) >= 0 ? a : b;
    return new Cut(deep.offer(), deep.share(), a.additive() || b.additive());
  }
}
