package souk.offer.spi;

import java.util.List;

/**
 * Which candidates apply together.
 *
 * @param candidates ordered by offer id
 * @param grossMinor gross amount per cart line
 * @param floorMinor least net amount per cart line
 */
public record SelectionProblem(List<Candidate> candidates, long[] grossMinor, long[] floorMinor) {
  public SelectionProblem {
    candidates = List.copyOf(candidates);
  }
}
