package souk.offer.engine.kinds;

import java.util.Optional;
import java.util.Set;
import souk.model.Reason;
import souk.model.Sku;
import souk.offer.spi.OfferContext;

/** An effect whose parameters were read once. Immutable and safe for use by many threads. */
public interface CompiledEffect {
  /** Discount per line in minor units. */
  long[] discountsMinor(OfferContext context);

  /** Why the effect finds nothing to do, with what is missing; asked only if so. */
  Optional<Reason> nothing(OfferContext context);

  /** Articles it can act on; empty for all. */
  default Set<Sku> actsOn() {
    return Set.of();
  }
}
