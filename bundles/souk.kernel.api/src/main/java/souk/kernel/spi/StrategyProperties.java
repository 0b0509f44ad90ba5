package souk.kernel.spi;

/** Names of the service properties that make a service a strategy. */
public final class StrategyProperties {
  /** Text: simple name of the spi type. */
  public static final String ROLE = "souk.role";

  /** Text: id in kebab case. */
  public static final String STRATEGY = "souk.strategy";

  /** Text: version of the strategy. */
  public static final String VERSION = "souk.version";

  /** Boolean: the role's last resort; part of the distribution. */
  public static final String BUILTIN = "souk.builtin";

  /** Text: title for people. */
  public static final String TITLE = "souk.title";

  /** Text: family of methods, for example {@code exponential-smoothing}. */
  public static final String FAMILY = "souk.family";

  private StrategyProperties() {}
}
