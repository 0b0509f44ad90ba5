package souk.kernel.features.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.features.files.Refused;
import souk.kernel.features.files.Source;

/** Brings the configurations of new features; one that is there already is an admin's and stays. */
final class Configurations {
  private static final Logger LOG = LoggerFactory.getLogger(Configurations.class);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z.A-Z]+)}");

  private final ConfigurationAdmin admin;
  private final UnaryOperator<String> variables;

  Configurations(ConfigurationAdmin admin, UnaryOperator<String> variables) {
    this.admin = admin;
    this.variables = variables;
  }

  void bring(List<Source> features) {
    for (Source feature : features) {
      feature
          .file()
          .configurations()
          .forEach(
              (pid, values) -> {
                try {
                  bring(pid, values);
                } catch (IOException e) {
                  throw new UncheckedIOException(
                      "The configuration " + pid + " could not be written.", e);
                }
              });
    }
  }

  private void bring(String pid, Map<String, Object> values) throws IOException {
    int tilde = pid.indexOf('~');
    Configuration configuration =
        tilde < 0
            ? admin.getConfiguration(pid, "?")
            : admin.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), "?");
    Hashtable<String, Object> wanted = new Hashtable<>();
    values.forEach(
        (key, value) -> wanted.put(key, value instanceof String text ? filled(pid, text) : value));
    Dictionary<String, Object> present = configuration.getProperties();
    if (present == null) {
      configuration.update(wanted);
    } else if (!same(present, wanted)) {
      LOG.warn("The configuration {} is there already and stays as it is", pid);
    }
  }

  private static boolean same(Dictionary<String, Object> present, Map<String, Object> wanted) {
    Hashtable<String, Object> plain = new Hashtable<>();
    for (String key : Collections.list(present.keys())) {
      plain.put(key, present.get(key));
    }
    plain.remove(Constants.SERVICE_PID);
    plain.remove(ConfigurationAdmin.SERVICE_FACTORYPID);
    return plain.keySet().equals(wanted.keySet())
        && plain.keySet().stream()
            .allMatch(key -> Objects.deepEquals(plain.get(key), wanted.get(key)));
  }

  private String filled(String pid, String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              String value = variables.apply(match.group(1));
              if (value == null) {
                throw Refused.because(
                    "feature.unknown-variable",
                    "The configuration %s uses the unknown variable %s.",
                    pid,
                    match.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
