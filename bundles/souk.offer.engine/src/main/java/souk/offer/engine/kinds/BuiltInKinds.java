package souk.offer.engine.kinds;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The kinds that the engine evaluates itself, by name. */
public final class BuiltInKinds {
  /** Conditions by kind. */
  public static final Map<String, BuiltInCondition> CONDITIONS = Conditions.all();

  /** Effects by kind. */
  public static final Map<String, BuiltInEffect> EFFECTS = Effects.all();

  private BuiltInKinds() {}

  /** Sorted names, for messages. */
  public static Set<String> sorted(Map<String, ?> kinds) {
    return new TreeSet<>(kinds.keySet());
  }
}
