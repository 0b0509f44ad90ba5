package souk.offer.engine.language;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says in words what breaks the syntax of JSON. */
final class Syntax {
  private static final int LONGEST = 160;
  private static final int SEARCHED = 1 << 20;

  private Syntax() {}

  static String limit(StreamConstraintsException limit) {
    String message = limit.getOriginalMessage().toLowerCase(Locale.ROOT);
    if (message.contains("depth")) {
      return "The text is nested too deeply.";
    }
    if (message.contains("name")) {
      return "The name of a member is too long.";
    }
    if (message.contains("number")) {
      return "A number has too many digits.";
    }
    return "A text is too long.";
  }

  static String say(JsonProcessingException wrong, byte[] json, int start) {
    String said = wrong.getOriginalMessage().replace('\r', ' ').replace('\n', ' ');
    String what = said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
    return "The text is no JSON: %s.%s"
        .formatted(
            what.endsWith(".") ? what.substring(0, what.length() - 1) : what,
            hint(said, before(wrong.getLocation(), json, start)));
  }

  private static String hint(String said, String before) {
    if (said.contains("NaN") || said.contains("INF") || said.contains("Infinity")) {
      return "\nMaybe a division by zero wrote it; numbers are written like 12.5.";
    }
    if (said.contains("“") || said.contains("”")) {
      return "\nMaybe the quotes are typographic ones: \" is needed.";
    }
    if (said.contains("，") || said.contains("：") || said.contains("【")) {
      return "\nMaybe a full-width sign was typed: , and : are needed.";
    }
    if (said.contains("'''")) {
      return "\nMaybe single quotes were used: \" is needed.";
    }
    if (said.contains("'/'") || said.contains("'#'")) {
      return "\nMaybe it is a comment; JSON has none.";
    }
    if ((said.contains("'}'") || said.contains("']'")) && before.endsWith(",")) {
      return "\nMaybe there is a comma too many before it.";
    }
    if (said.contains("was expecting comma")) {
      return "\nMaybe a comma is missing before it.";
    }
    if (said.contains("Unexpected end-of-input")) {
      return "\nMaybe a closing bracket or quote is missing.";
    }
    if (said.contains("was expecting double-quote to start field name")) {
      return "\nMaybe the name needs double quotes.";
    }
    return "";
  }

  /** What stands before the place, without blanks; a few characters of it. */
  private static String before(JsonLocation at, byte[] json, int start) {
    if (at == null || at.getCharOffset() < 0 || json.length > SEARCHED) {
      return "";
    }
    String text = new String(json, start, json.length - start, StandardCharsets.UTF_8);
    int end = (int) Math.min(at.getCharOffset(), text.length());
    String tail = text.substring(Math.max(0, end - 200), end).stripTrailing();
    return tail.endsWith("}") || tail.endsWith("]")
        ? tail.substring(0, tail.length() - 1).stripTrailing()
        : tail;
  }
}
