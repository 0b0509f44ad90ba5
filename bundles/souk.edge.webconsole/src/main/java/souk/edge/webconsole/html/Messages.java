package souk.edge.webconsole.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Texts of one language. Immutable; safe for use by many threads. */
public final class Messages {
  private static final String FOLDER = "/souk/edge/webconsole/";

  private final String language;
  private final Properties texts;

  private Messages(String language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  /** Texts in {@code en} or {@code zh}. */
  public static Messages of(String language) {
    String file = language.equals("zh") ? "messages_zh.properties" : "messages.properties";
    Properties texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("The texts " + file + " are not in the bundle.");
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The texts " + file + " could not be read.", e);
    }
    return new Messages(language, texts);
  }

  /**
   * The language to answer in.
   *
   * @param asked the request's parameter {@code lang}, which goes before the header
   * @param accepted header {@code Accept-Language}
   */
  public static String choose(@Nullable String asked, @Nullable String accepted) {
    if (asked != null && !asked.isBlank()) {
      return asked.toLowerCase(Locale.ROOT).startsWith("zh") ? "zh" : "en";
    }
    if (accepted == null) {
      return "en";
    }
    return Locale.LanguageRange.parse(clean(accepted)).stream()
        .map(Locale.LanguageRange::getRange)
        .filter(range -> range.startsWith("zh") || range.startsWith("en"))
        .findFirst()
        .filter(range -> range.startsWith("zh"))
        .map(range -> "zh")
        .orElse("en");
  }

  public String language() {
    return language;
  }

  /** The text of a key; the key itself if it has none. */
  public String text(String key) {
    return texts.getProperty(key, key);
  }

  /** The text of a key with its places filled. */
  public String text(String key, Object... arguments) {
    return String.format(Locale.ROOT, text(key), arguments);
  }

  private static String clean(String header) {
    return header.matches("[A-Za-z0-9*,;=. -]{1,200}") ? header : "en";
  }
}
