package souk.data.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;

/**
 * Brings sources into the warehouse: idempotent (the same file twice changes nothing) and atomic
 * per load. Safe for use by many threads; loads run one after the other.
 */
@ProviderType
public interface Loads {
  /**
   * Loads a source and returns when it is durable.
   *
   * @throws LoadException if the source or the mapping is wrong; nothing was loaded then
   */
  LoadReport load(LoadRequest request, Progress progress);

  /** Newest first. */
  List<LoadReport> list();

  Optional<LoadReport> find(String loadId);

  /** Rows set aside by a load, by row number. */
  List<QuarantinedRow> quarantine(String loadId, long offset, int limit);
}
