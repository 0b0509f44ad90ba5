package souk.offer.engine.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import souk.model.Reason;

/** Words for reasons of quotes in another language than English, by code. */
final class ReasonTexts {
  private final Properties texts;

  private ReasonTexts(Properties texts) {
    this.texts = texts;
  }

  static ReasonTexts chinese() {
    Properties texts = new Properties();
    try (InputStream in = ReasonTexts.class.getResourceAsStream("reasons_zh.properties")) {
      if (in == null) {
        throw new IllegalStateException("The bundle does not contain reasons_zh.properties.");
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
    } catch (IOException e) {
      throw new IllegalStateException("reasons_zh.properties cannot be read.", e);
    }
    return new ReasonTexts(texts);
  }

  Set<String> codes() {
    return texts.stringPropertyNames();
  }

  /** The reason's own text if there are no words for it, or figures are missing. */
  String say(Reason reason) {
    String text = texts.getProperty(reason.code());
    if (text == null) {
      return reason.text();
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}') {
        int argument = text.charAt(i + 1) - '0';
        if (argument >= reason.arguments().size()) {
          return reason.text();
        }
        out.append(reason.arguments().get(argument));
        i += 2;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }
}
