package souk.edge.webconsole.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The configurations of components: what is set, and what was set before the last change of each.
 * Only what differs from the default is kept, so that a later default takes effect. Safe for use by
 * many threads.
 */
final class Settings {
  private static final List<String> IDENTITY =
      List.of("service.pid", "service.factoryPid", "felix.fileinstall.filename");

  private final ConfigurationAdmin admin;
  private final Map<String, Map<String, Object>> before = new ConcurrentHashMap<>();

  Settings(ConfigurationAdmin admin) {
    this.admin = admin;
  }

  /** What is set for a pid; empty if nothing is. */
  Map<String, Object> current(String pid) {
    try {
      Configuration[] found = admin.listConfigurations("(service.pid=" + escape(pid) + ")");
      return found == null ? new TreeMap<>() : values(found[0]);
    } catch (IOException | InvalidSyntaxException e) {
      throw new IllegalStateException("The configuration of " + pid + " cannot be read.", e);
    }
  }

  /** Pids of the configurations made from a factory. */
  List<String> instances(String factoryPid) {
    try {
      Configuration[] found =
          admin.listConfigurations("(service.factoryPid=" + escape(factoryPid) + ")");
      return found == null
          ? List.of()
          : java.util.Arrays.stream(found).map(Configuration::getPid).sorted().toList();
    } catch (IOException | InvalidSyntaxException e) {
      throw new IllegalStateException("Configurations of " + factoryPid + " cannot be read.", e);
    }
  }

  /** Puts values in place of all that was set; what was set is kept, so that it can be undone. */
  void put(String pid, Map<String, Object> values) {
    before.put(pid, current(pid));
    write(pid, values);
  }

  /** Sets again what was set before a change that was refused; there is nothing to undo then. */
  void putBack(String pid, Map<String, Object> values) {
    write(pid, values);
    before.remove(pid);
  }

  /** What was set before the last change made here. */
  Optional<Map<String, Object>> previous(String pid) {
    return Optional.ofNullable(before.get(pid));
  }

  private void write(String pid, Map<String, Object> values) {
    try {
      Configuration configuration = configuration(pid);
      if (values.isEmpty() && configuration.getFactoryPid() == null) {
        configuration.delete();
      } else {
        configuration.update(new Hashtable<>(values));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The configuration of " + pid + " could not be kept.", e);
    }
  }

  private Configuration configuration(String pid) throws IOException {
    int tilde = pid.indexOf('~');
    return tilde < 0
        ? admin.getConfiguration(pid, "?")
        : admin.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), "?");
  }

  private static Map<String, Object> values(Configuration configuration) {
    Map<String, Object> values = new TreeMap<>();
    Dictionary<String, Object> properties = configuration.getProperties();
    if (properties != null) {
      for (String key : Collections.list(properties.keys())) {
        if (!IDENTITY.contains(key)) {
          values.put(key, properties.get(key));
        }
      }
    }
    return values;
  }

  /** A value as typed into a form: several values on lines of their own. */
  static String text(Object value) {
    if (value instanceof Collection<?> many) {
      return String.join("\n", many.stream().map(String::valueOf).toList());
    }
    if (value.getClass().isArray()) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        texts.add(String.valueOf(Array.get(value, i)));
      }
      return String.join("\n", texts);
    }
    return String.valueOf(value);
  }

  private static String escape(String text) {
    return text.replaceAll("([\\\\*()])", "\\\\$1");
  }
}
