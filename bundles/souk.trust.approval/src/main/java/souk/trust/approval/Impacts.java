package souk.trust.approval;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import souk.model.Money;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.PriceLayer;
import souk.trust.api.OfferChange;
import souk.trust.api.OfferImpact;
import souk.trust.lib.OfferShape;
import souk.trust.lib.Shelf;
import souk.trust.lib.ShelfArticle;
import souk.trust.lib.Stacking;
import souk.trust.lib.WorstCase;

/** How large a change is: articles touched, depth after stacking, budgets. */
final class Impacts {
  private Impacts() {}

  static OfferImpact of(OfferChange change) {
    Shelf shelf = Shapes.shelf(change);
    List<Offer> changed =
        change.after().offers().stream()
            .filter(offer -> change.changed().contains(offer.id()))
            .toList();
    Stacking stacking =
        new Stacking(shelf, change.after().offers().stream().map(Shapes::shape).toList());
    Set<ShelfArticle> touched = new HashSet<>();
    for (Offer offer : changed) {
      touched.addAll(stacking.touched(Shapes.shape(offer)));
    }
    BigDecimal depth = BigDecimal.ZERO;
    for (ShelfArticle article : touched) {
      depth = depth.max(stacking.worst(article).map(WorstCase::share).orElse(BigDecimal.ZERO));
    }
    if (changed.stream().map(Offer::id).anyMatch(stacking.unknown()::contains)) {
      depth = BigDecimal.ONE;
    }
    for (Sku sku : layered(change)) {
      shelf.find(sku.value()).ifPresent(touched::add);
      depth = depth.max(layerDepth(change, sku));
    }
    boolean open =
        changed.stream().anyMatch(o -> o.limits().budget().isEmpty() && gives(o, stacking));
    return OfferImpact.builder()
        .articles(touched.size(), shelf.size())
        .depthShare(depth)
        .budget(budget(changed, change), open)
        .build();
  }

  private static boolean gives(Offer offer, Stacking stacking) {
    OfferShape shape = Shapes.shape(offer);
    return !stacking.touched(shape).isEmpty();
  }

  private static Optional<Money> budget(List<Offer> changed, OfferChange change) {
    return changed.stream()
        .map(offer -> offer.limits().budget())
        .flatMap(Optional::stream)
        .filter(money -> money.currency().equals(change.prices().currency()))
        .reduce(Money::plus);
  }

  /** Articles whose price in some layer becomes another one. */
  private static Set<Sku> layered(OfferChange change) {
    Set<Sku> skus = new HashSet<>();
    for (PriceLayer layer : change.layersAfter().layers()) {
      Optional<PriceLayer> before =
          change.layersBefore().layers().stream().filter(layer::equals).findFirst();
      if (before.isEmpty()) {
        skus.addAll(layer.prices().keySet());
      }
    }
    return skus;
  }

  private static BigDecimal layerDepth(OfferChange change, Sku sku) {
    BookPrice book = change.prices().prices().get(sku);
    BigDecimal depth = BigDecimal.ZERO;
    for (PriceLayer layer : change.layersAfter().layers()) {
      BookPrice price = layer.prices().get(sku);
      if (book != null && price != null) {
        BigDecimal list = book.price().toDecimal();
        depth =
            depth.max(
                list.subtract(price.price().toDecimal())
                    .divide(list, 6, java.math.RoundingMode.UP));
      }
    }
    return depth;
  }
}
