package souk.kernel.runtime.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.StrategyRef;

/**
 * Keeps selections as properties {@code primary.<Role>=strategy@version} of the router's pid, and
 * the ones before them, for going back, as {@code previous.<Role>}.
 */
final class SelectionStore {
  static final String PID = "souk.kernel.router";
  private static final String PREFIX = "primary.";
  private static final String PREVIOUS = "previous.";
  private static final Logger LOG = LoggerFactory.getLogger(SelectionStore.class);

  private final ConfigurationAdmin admin;

  SelectionStore(ConfigurationAdmin admin) {
    this.admin = admin;
  }

  /** Persisted selections by role. */
  Map<String, StrategyRef> load() {
    return load(PREFIX);
  }

  /** Persisted selections before the present ones, by role. */
  Map<String, StrategyRef> loadPrevious() {
    return load(PREVIOUS);
  }

  private Map<String, StrategyRef> load(String prefix) {
    try {
      Dictionary<String, Object> properties = admin.getConfiguration(PID, "?").getProperties();
      return properties == null ? Map.of() : parse(properties, prefix);
    } catch (IOException e) {
      throw new UncheckedIOException("The configuration " + PID + " could not be read.", e);
    }
  }

  void save(String role, Optional<StrategyRef> selection, Optional<StrategyRef> previous) {
    try {
      Configuration configuration = admin.getConfiguration(PID, "?");
      Dictionary<String, Object> known = configuration.getProperties();
      Dictionary<String, Object> properties = known == null ? new Hashtable<>() : known;
      put(properties, PREFIX + role, selection);
      put(properties, PREVIOUS + role, previous);
      configuration.updateIfDifferent(properties);
    } catch (IOException e) {
      throw new UncheckedIOException("The configuration " + PID + " could not be written.", e);
    }
  }

  private static void put(
      Dictionary<String, Object> properties, String key, Optional<StrategyRef> selection) {
    if (selection.isPresent()) {
      properties.put(key, Audit.text(selection.get()));
    } else {
      properties.remove(key);
    }
  }

  /** A strategy written strategy@version. */
  static Optional<StrategyRef> parse(String role, String text) {
    int at = text.lastIndexOf('@');
    return at > 0 && at < text.length() - 1
        ? Optional.of(new StrategyRef(role, text.substring(0, at), text.substring(at + 1)))
        : Optional.empty();
  }

  private static Map<String, StrategyRef> parse(
      Dictionary<String, Object> properties, String prefix) {
    Map<String, StrategyRef> selections = new TreeMap<>();
    for (String key : Collections.list(properties.keys())) {
      if (key.startsWith(prefix)) {
        String role = key.substring(prefix.length());
        String value = String.valueOf(properties.get(key));
        Optional<StrategyRef> ref = parse(role, value);
        if (ref.isPresent()) {
          selections.put(role, ref.get());
        } else {
          LOG.warn(
              "Configuration {} has {}={}, which is ignored.\nMaybe strategy@version was meant.",
              PID,
              key,
              value);
        }
      }
    }
    return selections;
  }
}
