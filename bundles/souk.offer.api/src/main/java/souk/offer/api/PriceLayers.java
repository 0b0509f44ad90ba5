package souk.offer.api;

import java.util.Comparator;
import java.util.List;

/**
 * All price layers, in the order in which they are asked; a part of a snapshot. The price book
 * comes last.
 *
 * @param layers highest priority first, then by id
 */
public record PriceLayers(List<PriceLayer> layers) {
  public PriceLayers {
    layers =
        layers.stream()
            .sorted(
                Comparator.comparingInt(PriceLayer::priority)
                    .reversed()
                    .thenComparing(PriceLayer::id))
            .toList();
  }
}
