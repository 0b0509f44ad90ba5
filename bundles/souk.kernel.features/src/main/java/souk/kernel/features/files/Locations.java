package souk.kernel.features.files;

/**
 * Where the framework remembers bundles of features from. Those of the distribution's features
 * begin with {@code feature:} and are trusted to run in the caller's thread; those of other
 * features begin with {@code installed:} and run isolated, as bundles of the drop folder do.
 */
public final class Locations {
  private static final String DISTRIBUTION = "feature:";
  private static final String STRANGER = "installed:";

  private Locations() {}

  /** True if a feature brought it. */
  public static boolean ofFeature(String location) {
    return location.startsWith(DISTRIBUTION) || location.startsWith(STRANGER);
  }

  static String of(ArtifactId bundle, boolean shipped) {
    return (shipped ? DISTRIBUTION : STRANGER) + bundle;
  }

  /** The id in a location. */
  public static String id(String location) {
    return location.substring(location.indexOf(':') + 1);
  }
}
