package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * Texts of one language. Read directly, not through {@link java.util.ResourceBundle}, whose cache
 * would hold this bundle after it is gone.
 */
final class Messages {
  private final Properties texts;
  private final Locale locale;

  private Messages(Properties texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
  }

  /** Chinese for any Chinese locale, English for all others. */
  static Messages of(Locale locale) {
    boolean chinese = locale.getLanguage().equals("zh");
    return new Messages(
        read(chinese ? "messages_zh.properties" : "messages.properties"),
        chinese ? Locale.SIMPLIFIED_CHINESE : Locale.UK);
  }

  static Properties read(String name) {
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream("/souk/evidence/reporting/" + name);
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("The texts " + name + " of the report cannot be read.", e);
    }
    return properties;
  }

  Locale locale() {
    return locale;
  }

  /** For the {@code lang} attribute. */
  String language() {
    return locale.getLanguage().equals("zh") ? "zh-CN" : "en";
  }

  /**
   * @throws IllegalArgumentException if there is no such text
   */
  String text(String key, Object... arguments) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("The report has no text " + key + ".");
    }
    return arguments.length == 0
        ? pattern.replace("''", "'")
        : new MessageFormat(pattern, locale).format(arguments);
  }

  /** The text of a key, or what is given if there is none. */
  String textOr(String key, String otherwise) {
    return texts.containsKey(key) ? text(key) : otherwise;
  }

  /** Text of a reason in this language if its code is known, else its own English text. */
  String reason(JsonNode reason) {
    return translated(reason).orElse(reason.path("text").asText());
  }

  private Optional<String> translated(JsonNode reason) {
    String key = "reason." + reason.path("code").asText();
    if (!texts.containsKey(key)) {
      return Optional.empty();
    }
    List<Object> arguments = new ArrayList<>();
    for (JsonNode argument : reason.path("arguments")) {
      arguments.add(numberOrText(argument.asText()));
    }
    return Optional.of(
        new MessageFormat(texts.getProperty(key), locale).format(arguments.toArray()));
  }

  private static Object numberOrText(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
