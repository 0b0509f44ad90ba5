package souk.evidence.experiments;

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

/** The offer engine under what is published now, with the audience tags a till would send. */
final class PublishedShop implements ShopFront {
  private final OfferEngine engine;
  private final Segments segments;
  private final Experiments experiments;

  PublishedShop(OfferEngine engine, Segments segments, Experiments experiments) {
    this.engine = engine;
    this.segments = segments;
    this.experiments = experiments;
  }

  @Override
  public Quote quote(Cart cart) {
    Set<String> audience = cart.customer().map(this::audienceOf).orElse(Set.of());
    return engine.quote(new QuoteRequest(cart, audience, Optional.empty()));
  }

  private Set<String> audienceOf(CustomerKey customer) {
    Set<String> tags = new HashSet<>(experiments.audienceOf(customer));
    segments.segmentOf(customer).ifPresent(segment -> tags.add("segment:" + segment));
    return tags;
  }
}
