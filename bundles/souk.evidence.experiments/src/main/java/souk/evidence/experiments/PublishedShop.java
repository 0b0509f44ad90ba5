package souk.evidence.experiments;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import souk.customer.api.Segments;
import souk.evidence.api.Experiments;
import souk.evidence.spi.ShopFront;
import souk.model.Cart;
import souk.model.CustomerKey;
import souk.offer.api.OfferEngine;
import souk.offer.api.Quote;
import souk.offer.api.QuoteRequest;

/**
 * The offer engine under what is published now, with the audience tags a till would send. Quotes
 * for a stated instant are previews: they do not enter the decision log.
 */
final class PublishedShop implements ShopFront {
  private final Instant earliest;
  private final OfferEngine engine;
  private final Segments segments;
  private final Experiments experiments;

  /**
   * @param earliest plans begin after the last observed day; a simulated week that was partly
   *     observed is quoted as at this instant
   */
  PublishedShop(OfferEngine engine, Segments segments, Experiments experiments, Instant earliest) {
    this.earliest = earliest;
    this.engine = engine;
    this.segments = segments;
    this.experiments = experiments;
  }

  @Override
  public Quote quote(Cart cart, Instant at) {
    Set<String> audience = cart.customer().map(this::audienceOf).orElse(Set.of());
    Instant when = at.isBefore(earliest) ? earliest : at;
    return engine.quote(new QuoteRequest(cart, audience, Optional.of(when)));
  }

  private Set<String> audienceOf(CustomerKey customer) {
    Set<String> tags = new HashSet<>(experiments.audienceOf(customer));
    segments.segmentOf(customer).ifPresent(segment -> tags.add("segment:" + segment));
    return tags;
  }
}
