package souk.kernel.features.closure;

import java.util.List;
import org.osgi.framework.Version;
import org.osgi.resource.Resource;

/**
 * One bundle as far as it matters for wiring, installed or not.
 *
 * @param location where the framework has or would have it from
 * @param singleton whether only one version of it may be there
 * @param resource its requirements and capabilities
 */
public record Part(
    String location,
    String symbolicName,
    Version version,
    boolean singleton,
    Resource resource,
    List<Component> components) {

  /** True if it offers nothing but strategies, so that two versions can serve beside each other. */
  public boolean strategiesOnly() {
    return components.stream().anyMatch(c -> !c.services().isEmpty())
        && components.stream()
            .filter(c -> !c.services().isEmpty())
            .allMatch(c -> c.strategy().isPresent());
  }

  /** Symbolic name and version. */
  public String label() {
    return symbolicName + " " + version;
  }
}
