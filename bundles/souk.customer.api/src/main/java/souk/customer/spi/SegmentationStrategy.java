package souk.customer.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.customer.api.Segmentation;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** Puts every known customer of a log into exactly one segment. Safe for use by many threads. */
@ConsumerType
public interface SegmentationStrategy {
  Optional<Refusal> refuses(PurchaseLog log, SegmentationTask task);

  Segmentation segment(PurchaseLog log, SegmentationTask task);
}
