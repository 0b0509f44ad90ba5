package souk.model;

/** Shared checks of key texts. */
final class Keys {
  private static final int MAX_LENGTH = 200;

  private Keys() {}

  static String check(String what, String value) {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A %s must have 1 to %d visible characters, but has %d."
              .formatted(what, MAX_LENGTH, value.length()));
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException(
            "A %s must not hold control characters, but has one at position %d."
                .formatted(what, i));
      }
    }
    return value;
  }
}
