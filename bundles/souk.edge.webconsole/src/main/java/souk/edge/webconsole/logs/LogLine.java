package souk.edge.webconsole.logs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of the log.
 *
 * @param at when, as written
 * @param level for example {@code WARN}
 * @param thread name of the thread
 * @param logger name of the logger
 * @param text message; more lines follow it if it had more, without what looks like a secret
 */
record LogLine(String at, String level, String thread, String logger, String text) {
  /** From the one that says most to the one that says least. */
  static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

  private static final Pattern FORM =
      Pattern.compile("(\\S+Z) (TRACE|DEBUG|INFO|WARN|ERROR) +\\[([^\\]]*)\\] (\\S+) - (.*)");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(\\b(?:password|passwd|secret|token|api[-_ ]?key|authorization)\\b\\s*[=:]\\s*(?:(?:bearer|basic)\\s+)?|"
              + "\\b(?:bearer|basic)\\s+)([^\\s,;\"'}]+)");

  /** Reads the first line of an entry; empty if the line belongs to the entry before. */
  static Optional<LogLine> read(String line) {
    Matcher matcher = FORM.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new LogLine(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                matcher.group(4),
                withoutSecrets(matcher.group(5))))
        : Optional.empty();
  }

  LogLine with(String nextLine) {
    return new LogLine(at, level, thread, logger, text + "\n" + withoutSecrets(nextLine));
  }

  /** True if it is at least as grave as a level and holds the texts; empty texts hold always. */
  boolean matches(String leastLevel, String loggerPart, String textPart) {
    return LEVELS.indexOf(level) >= LEVELS.indexOf(leastLevel)
        && holds(logger, loggerPart)
        && holds(text, textPart);
  }

  private static boolean holds(String text, String part) {
    return part.isEmpty()
        || text.toLowerCase(java.util.Locale.ROOT)
            .contains(part.toLowerCase(java.util.Locale.ROOT));
  }

  static String withoutSecrets(String text) {
    return SECRET.matcher(text).replaceAll("$1***");
  }
}
