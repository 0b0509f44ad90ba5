package souk.data.connector.jdbc;

import java.util.Locale;
import souk.data.api.LoadException;

/**
 * Refuses what is not one SELECT. This catches mistakes; what protects the source is its read-only
 * transaction and a database user that may only read.
 */
final class SingleSelect {
  private static final int MAX_CHARS = 100_000;

  private SingleSelect() {}

  static String checked(String query) {
    if (query.length() > MAX_CHARS) {
      throw wrong("has %d characters, at most %d are taken".formatted(query.length(), MAX_CHARS));
    }
    StringBuilder bare = new StringBuilder();
    int at = 0;
    while (at < query.length()) {
      int end = skipped(query, at);
      if (end == at) {
        bare.append(query.charAt(at));
        end++;
      } else {
        bare.append(' ');
      }
      at = end;
    }
    String words = bare.toString().strip();
    String start = words.toLowerCase(Locale.ROOT);
    if (!start.matches("(?s)(select|with)\\b.*")) {
      throw wrong("does not begin with SELECT or WITH");
    }
    if (words.indexOf(';') >= 0) {
      throw wrong("holds a semicolon; it must be one statement without one at its end");
    }
    if (words.indexOf('?') >= 0) {
      throw wrong("holds a question mark, which stands for a parameter");
    }
    return query.strip();
  }

  /** End of the quoted text or comment that begins here, or the same place if none does. */
  private static int skipped(String text, int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '"' || c == '`') {
      return after(text, at + 1, String.valueOf(c));
    }
    if (text.startsWith("--", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end + 1;
    }
    return text.startsWith("/*", at) ? after(text, at + 2, "*/") : at;
  }

  private static int after(String text, int from, String mark) {
    int end = text.indexOf(mark, from);
    if (end < 0) {
      throw wrong("opens a quote or comment that is not closed");
    }
    return end + mark.length();
  }

  private static LoadException wrong(String what) {
    return new LoadException("jdbc.wrong-query", "The option query %s.".formatted(what));
  }
}
