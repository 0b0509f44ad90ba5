package souk.offer.api;

import java.util.List;
import java.util.Optional;

/**
 * What was read.
 *
 * @param document empty if there is an error
 * @param problems in the order of the text, the first ones if there are very many
 * @param more problems that were counted, but not listed
 */
public record OfferReading(
    Optional<OfferDocument> document, List<OfferProblem> problems, long more) {
  public OfferReading {
    problems = List.copyOf(problems);
  }

  /** True if the document can be used; it may still have warnings. */
  public boolean accepted() {
    return document.isPresent();
  }
}
