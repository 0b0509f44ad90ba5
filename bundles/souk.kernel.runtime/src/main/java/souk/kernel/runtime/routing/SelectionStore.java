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

/** Keeps selections as properties {@code primary.<Role>=strategy@version} of the router's pid. */
final class SelectionStore {
  static final String PID = "souk.kernel.router";
  private static final String PREFIX = "primary.";
  private static final Logger LOG = LoggerFactory.getLogger(SelectionStore.class);

  private final ConfigurationAdmin admin;

  SelectionStore(ConfigurationAdmin admin) {
    this.admin = admin;
  }

  /** Persisted selections by role. */
  Map<String, StrategyRef> load() {
    try {
      Dictionary<String, Object> properties = admin.getConfiguration(PID, "?").getProperties();
      return properties == null ? Map.of() : parse(properties);
    } catch (IOException e) {
      throw new UncheckedIOException("The configuration " + PID + " could not be read.", e);
    }
  }

  void save(String role, Optional<StrategyRef> selection) {
    try {
      Configuration configuration = admin.getConfiguration(PID, "?");
      Dictionary<String, Object> known = configuration.getProperties();
      Dictionary<String, Object> properties = known == null ? new Hashtable<>() : known;
      if (selection.isPresent()) {
        StrategyRef ref = selection.get();
        properties.put(PREFIX + role, ref.strategy() + "@" + ref.version());
      } else {
        properties.remove(PREFIX + role);
      }
      configuration.updateIfDifferent(properties);
    } catch (IOException e) {
      throw new UncheckedIOException("The configuration " + PID + " could not be written.", e);
    }
  }

  private static Map<String, StrategyRef> parse(Dictionary<String, Object> properties) {
    Map<String, StrategyRef> selections = new TreeMap<>();
    for (String key : Collections.list(properties.keys())) {
      if (key.startsWith(PREFIX)) {
        String role = key.substring(PREFIX.length());
        String value = String.valueOf(properties.get(key));
        int at = value.lastIndexOf('@');
        if (at > 0 && at < value.length() - 1) {
          selections.put(
              role, new StrategyRef(role, value.substring(0, at), value.substring(at + 1)));
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
