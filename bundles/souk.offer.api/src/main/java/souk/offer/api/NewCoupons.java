package souk.offer.api;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Codes of a new batch, in clear for this once: the ledger keeps keyed hashes only, so that codes
 * which are lost can only be replaced by another batch.
 */
@ProviderType
public interface NewCoupons {
  BatchStatus batch();

  /** Number of codes. */
  int size();

  /** Hands over every code, in the order they were made. */
  void forEach(Consumer<? super String> sink);
}
