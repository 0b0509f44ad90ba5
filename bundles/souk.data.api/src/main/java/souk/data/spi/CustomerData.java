package souk.data.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import souk.data.api.ErasedPart;
import souk.model.CustomerKey;

/**
 * Something that keeps what is known about customers: in tables, documents, files or memory.
 * Offered as a service by each bundle that does. Safe for use by many threads.
 */
@ConsumerType
public interface CustomerData {
  /** Its name in reports, for example {@code warehouse}. */
  String keeper();

  /**
   * Deletes what is kept about a customer, or makes it anonymous. What is durable is so when the
   * call returns. Called again after an interruption: then what is gone already is no failure.
   *
   * @return one part per place, also where nothing was found
   */
  List<ErasedPart> erase(CustomerKey customer);
}
