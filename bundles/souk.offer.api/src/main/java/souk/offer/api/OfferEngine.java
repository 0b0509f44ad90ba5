package souk.offer.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.Reason;

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
   * What is wrong with offers, each finding naming offer, parameter and remedy; empty if they could
   * be published with these prices.
   */
  List<Reason> validate(OfferBook offers, PriceBook prices);
}
