package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** What may have been meant by a value that does not fit. */
final class TypeHints {
  private static final String MINOR = "Minor";

  private TypeHints() {}

  static String name(String type) {
    return switch (type) {
      case "object" -> "an object { … }";
      case "array" -> "a list [ … ]";
      case "string" -> "a text in quotes";
      case "boolean" -> "true or false";
      case "number" -> "a number";
      case "integer" -> "a whole number";
      default -> "something else";
    };
  }

  /** Why a value of the wrong type may stand there. */
  static String hint(Node node, String wanted, JsonNode reference, Path path) {
    String name = path.last();
    if (node instanceof Node.Nothing) {
      return "\nMaybe leave it out.";
    }
    if (reference.has("x-minor") && node instanceof Node.Figure figure) {
      return "\nMaybe \"%s\": \"%s\" was meant, as a text in major units; or %s with a whole number of minor units."
          .formatted(name, figure.value().toPlainString(), reference.get("x-minor").asText());
    }
    if (name.endsWith(MINOR) && (node instanceof Node.Figure || node instanceof Node.Text)) {
      String digits =
          node instanceof Node.Text text
              ? text.value()
              : ((Node.Figure) node).value().toPlainString();
      return Figures.plain(digits)
          ? "\nMaybe it was given in major units: write \"%s\": \"%s\" then."
              .formatted(name.substring(0, name.length() - MINOR.length()), digits)
          : "";
    }
    if (node instanceof Node.Text text
        && (wanted.equals("number") || wanted.equals("integer"))
        && Figures.plain(text.value())) {
      return "\nMaybe without quotes: %s.".formatted(text.value());
    }
    if (node instanceof Node.Text text && wanted.equals("number") && text.value().endsWith("%")) {
      return "\nMaybe without quotes and without %.";
    }
    if (node instanceof Node.Text text && wanted.equals("boolean")) {
      return "\nMaybe true or false without quotes, instead of " + Words.quoted(text.value()) + ".";
    }
    if (wanted.equals("array") && node instanceof Node.Text text) {
      return "\nMaybe in brackets: [" + Words.quoted(text.value()) + "].";
    }
    return "";
  }

  /** Why a text may not fit its pattern. */
  static String pattern(String text, JsonNode rules) {
    String words = rules.path("description").asText("");
    if (words.startsWith("Amount")) {
      String plain = text.replace(",", "").replace(" ", "").replaceAll("[^0-9.]", "");
      return Figures.plain(plain) ? "\nMaybe \"%s\" was meant.".formatted(plain) : "";
    }
    if (words.startsWith("Time") && text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return "\nMaybe %sT00:00 was meant, with a zone beside it; until is the first minute after the offer."
          .formatted(text);
    }
    if (words.startsWith("Time") && text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{5,8}.*")) {
      return "\nMaybe %s was meant.".formatted(text.substring(0, 10) + "T" + text.substring(11));
    }
    return !text.isEmpty() && text.length() <= 200 && !text.equals(text.strip())
        ? "\nMaybe there is a blank too many."
        : "";
  }

  /** Why a number may be out of its range. */
  static String range(Node.Figure figure, JsonNode rules, Path path) {
    BigDecimal value = figure.value();
    if (path.last().equals("share") && value.compareTo(BigDecimal.ONE) > 0) {
      return "\nMaybe it was given in percent: %s then."
          .formatted(Figures.shortest(value.movePointLeft(2)).toPlainString());
    }
    if (path.last().equals("percent") && value.signum() < 0) {
      return "\nMaybe %s: what is taken off is greater than 0."
          .formatted(value.negate().toPlainString());
    }
    if (path.last().equals("percent") && value.compareTo(BigDecimal.valueOf(100)) == 0) {
      return "\nMaybe a gift or the kind buy-x-get-y was meant: an offer never gives a line away.";
    }
    return value.signum() == 0 && rules.has("minimum") ? "\nMaybe leave it out." : "";
  }
}
