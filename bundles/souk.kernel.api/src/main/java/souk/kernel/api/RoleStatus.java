package souk.kernel.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** A role with its strategies as the router sees them at one moment. */
@ProviderType
public interface RoleStatus {
  /** Simple name of the spi type. */
  String role();

  Traffic traffic();

  /** The selected one first, then by id and version. */
  List<StrategyStatus> strategies();

  /** Calls answered by another strategy than the selected one. */
  long fallbacks();
}
