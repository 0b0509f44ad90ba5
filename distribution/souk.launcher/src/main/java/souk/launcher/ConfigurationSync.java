package souk.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Properties;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the features' configurations before the bundles start that read them. A changed default
 * reaches an installation unless an admin edited the configuration since: the edit wins and is
 * reported.
 */
final class ConfigurationSync {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationSync.class);

  private final BundleContext context;
  private final Path applied;

  ConfigurationSync(BundleContext context, Path applied) {
    this.context = context;
    this.applied = applied;
  }

  void apply(Map<String, Map<String, Object>> configurations) throws IOException {
    ServiceReference<ConfigurationAdmin> reference =
        context.getServiceReference(ConfigurationAdmin.class);
    if (reference == null) {
      LOG.warn("No configuration service runs; {} configurations wait", configurations.size());
      return;
    }
    ConfigurationAdmin admin = context.getService(reference);
    Properties last = load();
    try {
      for (Map.Entry<String, Map<String, Object>> entry : configurations.entrySet()) {
        String print = Fingerprint.of(entry.getValue());
        if (!print.equals(last.getProperty(entry.getKey()))) {
          write(admin, entry.getKey(), entry.getValue(), last.getProperty(entry.getKey()));
          last.setProperty(entry.getKey(), print);
        }
      }
      last.keySet().retainAll(configurations.keySet());
    } finally {
      context.ungetService(reference);
      store(last);
    }
  }

  private static void write(
      ConfigurationAdmin admin, String pid, Map<String, Object> values, String lastPrint)
      throws IOException {
    int tilde = pid.indexOf('~');
    Configuration configuration =
        tilde < 0
            ? admin.getConfiguration(pid, "?")
            : admin.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), "?");
    Map<String, Object> current = values(configuration);
    if (current != null && Fingerprint.of(current).equals(Fingerprint.of(values))) {
      return;
    }
    boolean edited = current != null && !Fingerprint.of(current).equals(lastPrint);
    if (edited) {
      LOG.warn("The configuration {} was edited here; its new default is not applied", pid);
      return;
    }
    configuration.update(new Hashtable<>(values));
  }

  private static Map<String, Object> values(Configuration configuration) {
    Dictionary<String, Object> properties = configuration.getProperties();
    if (properties == null) {
      return null;
    }
    Map<String, Object> values = new HashMap<>();
    for (String key : Collections.list(properties.keys())) {
      values.put(key, properties.get(key));
    }
    values.remove(Constants.SERVICE_PID);
    values.remove(ConfigurationAdmin.SERVICE_FACTORYPID);
    return values;
  }

  private Properties load() throws IOException {
    Properties properties = new Properties();
    if (Files.exists(applied)) {
      try (Reader reader = Files.newBufferedReader(applied, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
    }
    return properties;
  }

  private void store(Properties properties) throws IOException {
    try (Writer writer = Files.newBufferedWriter(applied, StandardCharsets.UTF_8)) {
      properties.store(writer, null);
    }
  }
}
