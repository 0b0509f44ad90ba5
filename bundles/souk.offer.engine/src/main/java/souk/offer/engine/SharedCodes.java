package souk.offer.engine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds the codes that all customers share again by their pseudonyms; codes of single customers
 * stay pseudonyms. Immutable.
 */
final class SharedCodes implements UnaryOperator<String> {
  private final Map<String, String> byPseudonym = new HashMap<>();

  SharedCodes(Set<String> codes, Pseudonyms pseudonyms) {
    codes.forEach(code -> byPseudonym.put(pseudonyms.of(normal(code)), code));
  }

  @Override
  public String apply(String pseudonym) {
    return byPseudonym.getOrDefault(pseudonym, pseudonym);
  }

  /** The form in which a code is compared and logged. */
  static String normal(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }

  /** A pseudonym as it was written, whatever became of its case. */
  static String asWritten(String pseudonym) {
    return pseudonym.toLowerCase(Locale.ROOT);
  }
}
