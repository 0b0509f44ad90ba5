package souk.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.feature.FeatureConfiguration;

/** Replaces {@code ${name}} in configuration texts by places and settings of this process. */
final class Variables {
  private static final Pattern NAME = Pattern.compile("\\$\\{([a-z.]+)}");

  private Variables() {}

  static Map<String, Object> fill(
      FeatureConfiguration configuration, Map<String, String> variables) {
    Map<String, Object> filled = new LinkedHashMap<>();
    configuration
        .getValues()
        .forEach(
            (key, value) ->
                filled.put(
                    key,
                    value instanceof String text
                        ? fill(configuration.getPid(), text, variables)
                        : value));
    return filled;
  }

  private static String fill(String pid, String text, Map<String, String> variables) {
    return NAME.matcher(text)
        .replaceAll(
            match -> {
              String value = variables.get(match.group(1));
              if (value == null) {
                throw new LaunchFailure(
                    ExitCode.BROKEN_INSTALLATION,
                    "The configuration %s uses the unknown variable %s; known are %s."
                        .formatted(pid, match.group(), variables.keySet()));
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
