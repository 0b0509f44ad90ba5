package souk.offer.engine.kinds;

import java.util.Optional;
import java.util.Set;
import souk.model.Reason;
import souk.model.Sku;
import souk.offer.spi.OfferContext;

/** A condition whose parameters were read once. Immutable and safe for use by many threads. */
public interface CompiledCondition {
  /** Why the condition does not hold; empty if it holds. */
  Optional<Reason> fails(OfferContext context);

  /** Articles of which the cart must have at least one; empty if it does not matter. */
  default Set<Sku> needsOneOf() {
    return Set.of();
  }

  /** Audience tags of which the customer must have at least one; empty if it does not matter. */
  default Set<String> needsOneTagOf() {
    return Set.of();
  }
}
