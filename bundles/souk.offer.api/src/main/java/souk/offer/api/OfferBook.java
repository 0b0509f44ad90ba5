package souk.offer.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The published offers; a part of a snapshot.
 *
 * @param offers ids unique
 */
public record OfferBook(List<Offer> offers) {
  public OfferBook {
    offers = List.copyOf(offers);
    Set<String> ids = new HashSet<>();
    for (Offer offer : offers) {
      if (!ids.add(offer.id())) {
        throw new IllegalArgumentException("Offer " + offer.id() + " occurs twice.");
      }
    }
  }
}
