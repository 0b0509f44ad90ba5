package souk.customer.core;

/** Results that are no longer to be kept: a customer in them was erased while they were made. */
final class Outdated {
  private Outdated() {}

  /**
   * @param before erasures when the purchases were read
   * @param now erasures when the result is to be kept
   * @throws IllegalStateException if they differ
   */
  static void refuse(long before, long now) {
    if (before != now) {
      throw new IllegalStateException(
          "A customer was erased while this was worked out, so it was not kept.\nMaybe run it again.");
    }
  }
}
