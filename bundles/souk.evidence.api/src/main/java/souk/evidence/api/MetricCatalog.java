package souk.evidence.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** All metrics. */
@ProviderType
public interface MetricCatalog {
  List<Metric> metrics();

  Optional<Metric> metric(String id);
}
