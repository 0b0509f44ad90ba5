package souk.data.api;

/**
 * What became of one kind of entries about an erased customer.
 *
 * @param keeper who kept them, for example {@code warehouse}
 * @param place where they lay, for example {@code score}
 * @param entries how many there were
 * @param treatment what was done
 */
public record ErasedPart(String keeper, String place, long entries, Treatment treatment) {
  /** What is done with entries about a customer who is erased. */
  public enum Treatment {
    /** They are gone. */
    DELETED,
    /** They stay, and nothing in them says whose they were. */
    ANONYMISED,
    /** They stay under a keyed hash of the customer's id, for the books. */
    PSEUDONYMOUS
  }

  public ErasedPart {
    if (keeper.isBlank() || place.isBlank() || entries < 0) {
      throw new IllegalArgumentException(
          "An erased part needs a keeper, a place and a number of entries, but got \"%s\", \"%s\" and %d."
              .formatted(keeper, place, entries));
    }
  }
}
