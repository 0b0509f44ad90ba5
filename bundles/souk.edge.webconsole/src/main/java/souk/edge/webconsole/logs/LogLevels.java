package souk.edge.webconsole.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Levels of loggers, changed while the platform runs. What is changed here holds until the platform
 * starts anew or {@code conf/logback.xml} is changed. Safe for use by many threads.
 */
final class LogLevels {
  /** Stands for a logger that has the level of the one above it. */
  static final String INHERITED = "inherited";

  private static final String NAME = "[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*";

  /**
   * A logger with a level of its own.
   *
   * @param logger its name
   * @param level its level
   * @param before its level before it was changed here; empty if it was not
   */
  record Entry(String logger, String level, Optional<String> before) {}

  private final LoggerContext context;
  private final Map<String, String> before = new ConcurrentHashMap<>();

  LogLevels(LoggerContext context) {
    this.context = context;
  }

  /** Loggers with a level of their own and those that were changed here. */
  List<Entry> entries() {
    Stream<String> own =
        context.getLoggerList().stream().filter(l -> l.getLevel() != null).map(Logger::getName);
    return Stream.concat(own, before.keySet().stream())
        .distinct()
        .sorted()
        .map(name -> new Entry(name, level(name), Optional.ofNullable(before.get(name))))
        .toList();
  }

  /** The level of a logger, or {@link #INHERITED}. */
  String level(String logger) {
    Level level = context.getLogger(logger).getLevel();
    return level == null ? INHERITED : level.toString();
  }

  /**
   * Sets a level.
   *
   * @return what it was before
   * @throws IllegalArgumentException if there is no such level or no logger can have such a name
   */
  synchronized String set(String logger, String level) {
    check(logger, level);
    String was = level(logger);
    before.putIfAbsent(logger, was);
    context.getLogger(logger).setLevel(Level.toLevel(level));
    if (level.equals(before.get(logger))) {
      before.remove(logger);
    }
    return was;
  }

  /** Refuses names that no logger has and levels that there are not. */
  static void check(String logger, String level) {
    if (!logger.matches(NAME) || logger.length() > 200) {
      throw new IllegalArgumentException(
          "A logger is named like a Java class or package, not (%s).\nMaybe use souk.offer or ROOT."
              .formatted(logger));
    }
    if (!LogLine.LEVELS.contains(level) && !level.equals("OFF")) {
      throw new IllegalArgumentException("There is no level " + level + ".");
    }
  }

  /** The level a logger had before it was changed here. */
  String before(String logger) {
    String was = before.get(logger);
    if (was == null) {
      throw new IllegalArgumentException("The level of " + logger + " was not changed here.");
    }
    return was;
  }

  /**
   * Puts back the level a logger had before it was changed here.
   *
   * @return that level
   */
  synchronized String reset(String logger) {
    String was = before(logger);
    context.getLogger(logger).setLevel(was.equals(INHERITED) ? null : Level.toLevel(was));
    before.remove(logger);
    return was;
  }
}
