package souk.trust.lib;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.model.Spec;

/**
 * The greatest share of its price that an article can lose to one effect, over all carts that the
 * offer's conditions allow. Floors and budgets are not looked at. Rounded up, so that it never
 * promises too little.
 */
public final class EffectDepth {
  private static final int SCALE = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final Shelf shelf;

  public EffectDepth(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * From 0 to 1; 0 if the article is not concerned. Empty if the kind is unknown here or a
   * parameter is missing: nobody can say then.
   */
  public Optional<BigDecimal> share(OfferShape offer, ShelfArticle article) {
    return share(offer, Scope.of(offer.effect()), reward(offer.effect()), article);
  }

  /** With the scopes of the offer's effect and of its reward, computed once for many articles. */
  Optional<BigDecimal> share(OfferShape offer, Scope scope, Scope reward, ShelfArticle article) {
    if (!scope.contains(article) && !reward.contains(article)) {
      return Optional.of(BigDecimal.ZERO);
    }
    try {
      return of(offer, article).map(share -> share.max(BigDecimal.ZERO).min(BigDecimal.ONE));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<BigDecimal> of(OfferShape offer, ShelfArticle article) {
    Spec effect = offer.effect();
    BigDecimal price = BigDecimal.valueOf(article.priceMinor());
    return switch (effect.kind()) {
      case "percentage" -> Optional.of(effect.number("percent").movePointLeft(2));
      case "amount-off" -> Optional.of(amountOff(offer, article));
      case "fixed-price" -> fixedPrice(effect, article).map(p -> missing(p, price));
      case "threshold", "every" -> Optional.of(threshold(effect, price));
      case "buy-x-get-y" -> Optional.of(buyAndGet(effect, article));
      case "bundle" -> Optional.of(bundle(effect));
      case "mix-and-match" ->
          Optional.of(
              missing(effect.number("priceMinor"), price.multiply(effect.number("quantity"))));
      case "cheapest-item" -> Optional.of(cheapest(offer));
      case "gift", "free-shipping", "points" -> Optional.of(BigDecimal.ZERO);
      default -> Optional.empty();
    };
  }

  private BigDecimal amountOff(OfferShape offer, ShelfArticle article) {
    Spec effect = offer.effect();
    BigDecimal amount = effect.number("amountMinor");
    boolean order = !(effect.parameters().get("per") instanceof String per) || per.equals("order");
    long least = order ? leastAmount(offer, article.priceMinor()) : article.priceMinor();
    return share(amount, BigDecimal.valueOf(least));
  }

  /** The least gross amount that the lines concerned have together when the offer applies. */
  private long leastAmount(OfferShape offer, long price) {
    Scope scope = Scope.of(offer.effect());
    long least = price;
    for (Spec condition : offer.conditions()) {
      if (!Scope.of(condition.parameters()).within(scope)) {
        continue;
      }
      if (condition.kind().equals("cart-minimum")
          && condition.parameters().get("amountMinor") instanceof BigDecimal minimum) {
        least = Math.max(least, minimum.longValue());
      }
      if (condition.kind().equals("quantity-minimum")
          && condition.parameters().get("quantity") instanceof BigDecimal units) {
        long lowest = shelf.lowestPrice(Scope.of(condition.parameters())).orElse(price);
        least =
            Math.max(
                least,
                units
                        .subtract(BigDecimal.ONE)
                        .max(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(Math.min(price, lowest)))
                        .longValue()
                    + Math.min(price, lowest));
      }
    }
    return least;
  }

  private static Optional<BigDecimal> fixedPrice(Spec effect, ShelfArticle article) {
    if (effect.parameters().get("pricesMinor") instanceof Map<?, ?> each) {
      return each.get(article.sku()) instanceof BigDecimal price
          ? Optional.of(price)
          : Optional.empty();
    }
    return Optional.of(effect.number("priceMinor"));
  }

  private static BigDecimal threshold(Spec effect, BigDecimal price) {
    if (effect.parameters().get("tiers") instanceof List<?> tiers) {
      BigDecimal deepest = BigDecimal.ZERO;
      for (Object tier : tiers) {
        if (tier instanceof Map<?, ?> map) {
          deepest = deepest.max(tier(new Spec(effect.kind(), copy(map)), price));
        }
      }
      return deepest;
    }
    return tier(effect, price);
  }

  private static BigDecimal tier(Spec tier, BigDecimal price) {
    BigDecimal from = tier.number("thresholdMinor");
    BigDecimal least = tier.kind().equals("every") ? from : from.max(price);
    return share(tier.number("amountOffMinor"), least);
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new java.util.TreeMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }

  private BigDecimal buyAndGet(Spec effect, ShelfArticle article) {
    BigDecimal buy = effect.number("buy");
    BigDecimal get = effect.number("get");
    BigDecimal off =
        effect.parameters().get("percent") instanceof BigDecimal percent ? percent : HUNDRED;
    Scope reward = reward(effect);
    if (!reward.contains(article)) {
      return BigDecimal.ZERO;
    }
    long paid =
        effect.parameters().containsKey("reward")
            ? shelf.lowestPrice(Scope.of(effect.parameters())).orElse(1L)
            : article.priceMinor();
    BigDecimal given = get.multiply(BigDecimal.valueOf(article.priceMinor()));
    BigDecimal whole = buy.multiply(BigDecimal.valueOf(paid)).add(given);
    return share(given.multiply(off.movePointLeft(2)), whole);
  }

  /** Articles that a purchase of others makes cheaper; those of the effect itself if none. */
  static Scope reward(Spec effect) {
    if (!effect.kind().equals("buy-x-get-y")) {
      return Scope.of(effect);
    }
    return effect.parameters().get("reward") instanceof Map<?, ?> reward
        ? Scope.of(reward)
        : Scope.of(effect.parameters());
  }

  private BigDecimal bundle(Spec effect) {
    BigDecimal whole = BigDecimal.ZERO;
    for (Map.Entry<String, Long> item : Scope.items(effect).entrySet()) {
      long price = shelf.find(item.getKey()).map(ShelfArticle::priceMinor).orElse(0L);
      whole = whole.add(BigDecimal.valueOf(price).multiply(BigDecimal.valueOf(item.getValue())));
    }
    return missing(effect.number("priceMinor"), whole);
  }

  private static BigDecimal cheapest(OfferShape offer) {
    BigDecimal units =
        offer.effect().parameters().get("quantity") instanceof BigDecimal n ? n : BigDecimal.ONE;
    BigDecimal least = units;
    for (Spec condition : offer.conditions()) {
      if (condition.kind().equals("quantity-minimum")
          && Scope.of(condition.parameters()).within(Scope.of(offer.effect()))
          && condition.parameters().get("quantity") instanceof BigDecimal n) {
        least = least.max(n);
      }
    }
    return share(offer.effect().number("percent").movePointLeft(2).multiply(units), least);
  }

  /** What is missing from {@code left} to {@code whole}, as a share of {@code whole}. */
  private static BigDecimal missing(BigDecimal left, BigDecimal whole) {
    return share(whole.subtract(left), whole);
  }

  private static BigDecimal share(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0 ? BigDecimal.ONE : part.divide(whole, SCALE, RoundingMode.CEILING);
  }
}
