package souk.offer.api;

/** Shared checks of texts that go into the ledger. */
final class LedgerTexts {
  private static final int MAX_LENGTH = 200;

  private LedgerTexts() {}

  /** The text, without telling it in the message if it is wrong: it may be a secret. */
  static String check(String what, String value) {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "The %s must have 1 to %d visible characters, but has %d."
              .formatted(what, MAX_LENGTH, value.length()));
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException(
            "The %s must not hold control characters, but has one at position %d."
                .formatted(what, i));
      }
    }
    return value;
  }
}
