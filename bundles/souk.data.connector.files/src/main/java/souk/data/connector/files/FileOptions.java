package souk.data.connector.files;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import souk.data.api.LoadException;

/**
 * How a delimited file is written.
 *
 * @param delimiter between fields
 * @param quote around fields
 * @param charset as stated, or empty to go by the byte order mark, else UTF-8
 * @param header true if the first row names the columns
 */
record FileOptions(char delimiter, char quote, Optional<Charset> charset, boolean header) {
  private static final Set<String> KNOWN =
      Set.of("format", "delimiter", "quote", "charset", "header");

  /**
   * @throws LoadException if an option is unknown or has an impossible value
   */
  static FileOptions of(Map<String, String> options) {
    for (String name : new TreeSet<>(options.keySet())) {
      if (!KNOWN.contains(name)) {
        throw wrong(
            name, String.valueOf(options.get(name)), "left out; known are " + new TreeSet<>(KNOWN));
      }
    }
    char delimiter = sign("delimiter", options.getOrDefault("delimiter", ","));
    char quote = sign("quote", options.getOrDefault("quote", "\""));
    if (delimiter == quote) {
      throw wrong("quote", options.getOrDefault("quote", "\""), "different from the delimiter");
    }
    return new FileOptions(
        delimiter, quote, charset(options), yes("header", options.getOrDefault("header", "true")));
  }

  Charset charsetOrDefault() {
    return charset.orElse(StandardCharsets.UTF_8);
  }

  private static Optional<Charset> charset(Map<String, String> options) {
    String name = options.get("charset");
    if (name == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw wrong("charset", name, "a charset such as UTF-8, GBK, UTF-16 or windows-1252");
    }
  }

  private static char sign(String name, String value) {
    String sign = value.equals("tab") || value.equals("\\t") ? "\t" : value;
    if (sign.length() != 1
        || sign.charAt(0) == '\r'
        || sign.charAt(0) == '\n'
        || Character.isLetterOrDigit(sign.charAt(0))) {
      throw wrong(name, value, "one sign such as , ; | or tab");
    }
    return sign.charAt(0);
  }

  private static boolean yes(String name, String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw wrong(name, value, "true or false");
    }
    return value.equals("true");
  }

  static LoadException wrong(String name, String value, String wanted) {
    return new LoadException(
        "file.wrong-option",
        "The file option %s is \"%s\", but must be %s.".formatted(name, value, wanted));
  }
}
