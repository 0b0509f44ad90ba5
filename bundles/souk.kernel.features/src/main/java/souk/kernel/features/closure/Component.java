package souk.kernel.features.closure;

import java.util.List;
import java.util.Optional;

/**
 * A declared component.
 *
 * @param name its name
 * @param services types it offers
 * @param needs types of services without which it does not start
 * @param strategy {@code Role:strategy@version} if it is a strategy
 */
public record Component(
    String name, List<String> services, List<String> needs, Optional<StrategyName> strategy) {

  /** A strategy as its component declares it; an empty version means that of the bundle. */
  public record StrategyName(String role, String strategy, String version) {}
}
