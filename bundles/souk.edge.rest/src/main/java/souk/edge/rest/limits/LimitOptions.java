package souk.edge.rest.limits;

/**
 * Limits of the edge; 0 is no limit.
 *
 * @param requestsPerSecondAndKey requests with one key
 * @param requestsPerSecondAndAddress requests from one address
 * @param jobsPerMinuteAndKey jobs that one key may start
 * @param bodySeconds longest time in which a body must have arrived; not 0
 */
public record LimitOptions(
    int requestsPerSecondAndKey,
    int requestsPerSecondAndAddress,
    int jobsPerMinuteAndKey,
    int bodySeconds) {
  public LimitOptions {
    check("requestsPerSecondAndKey", requestsPerSecondAndKey, 0, 1_000_000);
    check("requestsPerSecondAndAddress", requestsPerSecondAndAddress, 0, 1_000_000);
    check("jobsPerMinuteAndKey", jobsPerMinuteAndKey, 0, 1_000_000);
    check("bodySeconds", bodySeconds, 1, 600);
  }

  /** No limit but on the time of a body. */
  public static LimitOptions none() {
    return new LimitOptions(0, 0, 0, 20);
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must lie in [%d, %d], but is %d.".formatted(name, least, most, value));
    }
  }
}
