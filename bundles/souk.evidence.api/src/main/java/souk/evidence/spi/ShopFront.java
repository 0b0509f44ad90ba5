package souk.evidence.spi;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.Cart;
import souk.offer.api.Quote;

/**
 * The shop as simulated customers see it: quotes by the real engine under the published snapshot.
 */
@ProviderType
public interface ShopFront {
  /**
   * Quotes a cart with the audience tags of its customer, as at an instant of the simulated weeks.
   * Leaves no trace in the decision log.
   *
   * @param at when the simulated customer is there; offers hold by it
   * @throws souk.offer.api.QuoteException if it cannot be quoted
   */
  Quote quote(Cart cart, Instant at);
}
