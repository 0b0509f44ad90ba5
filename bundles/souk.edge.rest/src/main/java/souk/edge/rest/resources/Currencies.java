package souk.edge.rest.resources;

import java.util.Currency;
import souk.edge.rest.http.ProblemException;

/** Reads currency codes. */
final class Currencies {
  private Currencies() {}

  static Currency of(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw ProblemException.badRequest(
          "body.unknown-currency",
          "Field currency must be an ISO 4217 code such as GBP, but is %s.".formatted(code));
    }
  }
}
