package souk.evidence.api;

/**
 * A wish to simulate sales under what is published now.
 *
 * @param experimentId experiment whose units are followed
 * @param weeks weeks to simulate, 1 to 26
 * @param seed same seed, same sales
 */
public record SimulationRequest(String experimentId, int weeks, long seed) {
  public SimulationRequest {
    if (weeks < 1 || weeks > 26) {
      throw new IllegalArgumentException(
          "A simulation runs 1 to 26 weeks, but was asked for " + weeks + ".");
    }
  }
}
