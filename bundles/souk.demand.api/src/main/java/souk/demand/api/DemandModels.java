package souk.demand.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;

/** Price response as a service; the latest fit answers. Safe for use by many threads. */
@ProviderType
public interface DemandModels {
  /**
   * Fits the response on the loaded sales and keeps it.
   *
   * @param items articles with the highest revenue that take part
   * @param includeSimulated whether simulated weeks take part; the model is then labelled simulated
   * @throws IllegalStateException if nothing is loaded
   */
  ResponseModel fit(int items, boolean includeSimulated, Progress progress);

  Optional<ResponseModel> latest();
}
