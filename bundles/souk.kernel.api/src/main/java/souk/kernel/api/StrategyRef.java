package souk.kernel.api;

/**
 * Names one strategy in one version for one role.
 *
 * @param role simple name of the spi type, for example {@code Forecaster}
 * @param strategy id in kebab case, for example {@code seasonal-naive}
 * @param version for example {@code 1.0.0}
 */
public record StrategyRef(String role, String strategy, String version) {
  @Override
  public String toString() {
    return role + ":" + strategy + "@" + version;
  }
}
