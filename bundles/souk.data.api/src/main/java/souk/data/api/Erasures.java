package souk.data.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Actor;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;

/**
 * Erases customers: everything that is kept about one is deleted or made anonymous wherever it
 * lies, and the files are written anew, so that no byte of the id is left in them. Safe for use by
 * many threads; erasures run one after the other.
 */
@ProviderType
public interface Erasures {
  /**
   * Erases a customer. Asked again it finds nothing more. What a stop of the platform interrupts is
   * taken up after the next start. From then on loads take the customer's orders as those of
   * somebody unknown.
   *
   * @param actor who asked, for the audit, which names the customer by a keyed hash only
   * @param reason why, without customer data
   * @throws StoreException if a part could not be erased; it is tried again after the next start
   */
  ErasureReport erase(CustomerKey customer, Actor actor, String reason, Progress progress);

  /** Latest first. */
  List<ErasureReport> list(int limit);

  /** True while an erasure is not complete: under way, or interrupted and to be taken up again. */
  boolean pending();
}
