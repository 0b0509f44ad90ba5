package souk.trust.approval;

import souk.offer.api.Offer;

/** Offers like others, but for one thing. */
final class OfferCopies {
  private OfferCopies() {}

  static Offer paused(Offer offer, boolean paused) {
    if (offer.paused() == paused) {
      return offer;
    }
    Offer.Builder copy =
        Offer.builder(offer.id(), offer.name(), offer.window(), offer.effect())
            .conditions(offer.conditions())
            .priority(offer.priority())
            .stackingGroup(offer.stackingGroup())
            .exclusive(offer.exclusive())
            .basis(offer.basis())
            .limits(offer.limits())
            .funding(offer.funding())
            .names(offer.names())
            .paused(paused);
    offer.planId().ifPresent(copy::planId);
    return copy.build();
  }
}
