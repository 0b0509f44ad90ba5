package souk.offer.engine;

import java.util.List;
import java.util.Optional;
import souk.model.Cart;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceBook;
import souk.offer.spi.Candidate;
import souk.offer.spi.OfferContext;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionProblem;

/** Says what is nonsense in the answers of strategies; empty if they may be used. */
final class Complaints {
  /** Greatest unit price in minor units. */
  static final long MOST = 1_000_000_000_000L;

  private Complaints() {}

  static Optional<String> prices(long[] answer, Cart cart, PriceBook prices) {
    if (answer.length != cart.lines().size()) {
      return Optional.of("%d prices for %d lines".formatted(answer.length, cart.lines().size()));
    }
    for (int line = 0; line < answer.length; line++) {
      long price = answer[line];
      if (price == -1) {
        continue;
      }
      if (price <= 0 || price > MOST) {
        return Optional.of(
            "price %d of line %d lies outside (0, %d]".formatted(price, line + 1, MOST));
      }
      Sku sku = cart.lines().get(line).sku();
      BookPrice book = prices.prices().get(sku);
      if (book == null) {
        return Optional.of("a price for %s, which has no floor".formatted(sku));
      }
      if (price < book.floor().amountMinor()) {
        return Optional.of(
            "price %d of %s is below its floor %d"
                .formatted(price, sku, book.floor().amountMinor()));
      }
    }
    return Optional.empty();
  }

  static Optional<String> discounts(long[] answer, OfferContext context) {
    if (answer.length != context.cart().lines().size()) {
      return Optional.of(
          "%d discounts for %d lines".formatted(answer.length, context.cart().lines().size()));
    }
    for (int line = 0; line < answer.length; line++) {
      if (answer[line] < 0 || answer[line] > context.grossMinor(line)) {
        return Optional.of(
            "discount %d of line %d lies outside [0, %d]"
                .formatted(answer[line], line + 1, context.grossMinor(line)));
      }
    }
    return Optional.empty();
  }

  static Optional<String> selection(Selection answer, SelectionProblem problem) {
    int[] chosen = answer.chosen();
    List<Candidate> candidates = problem.candidates();
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] < 0 || chosen[i] >= candidates.size()) {
        return Optional.of("candidate %d of %d was chosen".formatted(chosen[i], candidates.size()));
      }
      for (int j = 0; j < i; j++) {
        if (chosen[i] == chosen[j]) {
          return Optional.of("candidate %d was chosen twice".formatted(chosen[i]));
        }
        Optional<String> clash = clash(candidates.get(chosen[j]), candidates.get(chosen[i]));
        if (clash.isPresent()) {
          return clash;
        }
      }
    }
    return Optional.empty();
  }

  /** Why two candidates may not stand together; empty if they may. */
  static Optional<String> clash(Candidate a, Candidate b) {
    if (a.exclusive() || b.exclusive()) {
      String alone = a.exclusive() ? a.offerId() : b.offerId();
      return Optional.of("offer %s applies alone, but was chosen beside another".formatted(alone));
    }
    if (a.stackingGroup().equals(b.stackingGroup())) {
      for (int line = 0; line < a.discountsMinor().length; line++) {
        if (a.discountsMinor()[line] > 0 && b.discountsMinor()[line] > 0) {
          return Optional.of(
              "offers %s and %s of stacking group %s both change line %d"
                  .formatted(a.offerId(), b.offerId(), a.stackingGroup(), line + 1));
        }
      }
    }
    return Optional.empty();
  }
}
