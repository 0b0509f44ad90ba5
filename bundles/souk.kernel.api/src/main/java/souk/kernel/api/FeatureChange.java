package souk.kernel.api;

/**
 * What somebody wants to change about the features. Immutable.
 *
 * @param kind what to do
 * @param feature id {@code group:name:version} to install or update to, name to remove, empty text
 *     to undo; a name alone means the newest version that is known
 */
public record FeatureChange(Kind kind, String feature) {
  /** What can be done with a feature. */
  public enum Kind {
    INSTALL,
    UPDATE,
    REMOVE,
    /** Back to the state before the last change; may be repeated. */
    UNDO
  }

  public static FeatureChange install(String id) {
    return new FeatureChange(Kind.INSTALL, id);
  }

  public static FeatureChange update(String id) {
    return new FeatureChange(Kind.UPDATE, id);
  }

  public static FeatureChange remove(String name) {
    return new FeatureChange(Kind.REMOVE, name);
  }

  public static FeatureChange undo() {
    return new FeatureChange(Kind.UNDO, "");
  }
}
