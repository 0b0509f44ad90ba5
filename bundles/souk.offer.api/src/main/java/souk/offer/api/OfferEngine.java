package souk.offer.api;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;

/** Quotes carts against the current snapshot. Safe for use by many threads. */
@ProviderType
public interface OfferEngine {
  /**
   * Quotes a cart.
   *
   * @throws QuoteException if it cannot be quoted
   */
  Quote quote(QuoteRequest request);

  /**
   * Quotes a cart and says what goes with it: benefits, taxes, claims.
   *
   * @param explained true for a finding on every offer of the snapshot
   * @throws QuoteException if it cannot be quoted
   */
  default DetailedQuote detail(QuoteRequest request, boolean explained) {
    return DetailedQuote.builder(quote(request)).build();
  }

  /**
   * Quotes without any side effect.
   *
   * @throws QuoteException if it cannot be quoted
   */
  default DetailedQuote preview(Preview preview) {
    return detail(preview.request(), preview.explained());
  }

  /**
   * Offers that may stand beside each other and together sell an article below its cost or floor,
   * each finding naming the pair, the article and the amount.
   *
   * @param costs unit costs by article, as far as they are known
   */
  default List<Reason> conflicts(OfferBook offers, PriceBook prices, Map<Sku, Money> costs) {
    return List.of();
  }

  /**
   * The same where categories and brands of articles are known. Bounded: the deepest pairs are
   * told, and findings at the end say of how many, and which articles were not looked at.
   *
   * @param around with the prices; without them there is nothing to compare with
   */
  default List<Reason> conflicts(
      OfferBook offers, OfferSurroundings around, Map<Sku, Money> costs) {
    return around.prices().map(prices -> conflicts(offers, prices, costs)).orElse(List.of());
  }

  /**
   * What is wrong with offers, each finding naming offer, parameter and remedy; empty if they could
   * be published with these prices.
   */
  List<Reason> validate(OfferBook offers, PriceBook prices);
}
