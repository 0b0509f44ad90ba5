package souk.offer.api;

import souk.model.Reason;

/**
 * What is wrong, or looks wrong, at one place of a text.
 *
 * @param severity whether the text can be used all the same
 * @param pointer JSON pointer of the place, for example {@code /offers/2/effect/parameters/percent}
 * @param line in the text, from 1
 * @param column in the line, from 1, in characters
 * @param reason code, and a text that says what was found, what is allowed and what may be meant
 */
public record OfferProblem(Severity severity, String pointer, int line, int column, Reason reason) {

  /** How bad it is. */
  public enum Severity {
    /** The text cannot be used. */
    ERROR,
    /** It can, but probably something else was meant. */
    WARNING
  }

  public boolean error() {
    return severity == Severity.ERROR;
  }

  /** One line like a compiler's, and a second one with what may be meant. */
  @Override
  public String toString() {
    return "%d:%d %s %s [%s] %s"
        .formatted(
            line,
            column,
            error() ? "error" : "warning",
            pointer.isEmpty() ? "/" : pointer,
            reason.code(),
            reason.text());
  }
}
