package souk.trust.approval;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import souk.offer.api.Offer;
import souk.trust.api.OfferDraft;
import souk.trust.api.OfferReview;
import souk.trust.api.OfferState;
import souk.trust.api.OfferStatus;
import souk.trust.api.OfferSwitch;
import souk.trust.api.ReviewState;

/** Where each offer stands. */
final class OfferStates {
  private final Served served;
  private final Drafts drafts;
  private final OfferReviews reviews;
  private final OfferHistory history;
  private final Clock clock;

  OfferStates(
      Served served, Drafts drafts, OfferReviews reviews, OfferHistory history, Clock clock) {
    this.served = served;
    this.drafts = drafts;
    this.reviews = reviews;
    this.history = history;
    this.clock = clock;
  }

  Optional<Offer> published(String offerId) {
    return served.content().stream()
        .flatMap(content -> content.offers().offers().stream())
        .filter(offer -> offer.id().equals(offerId))
        .findFirst();
  }

  /** True for a published offer whose window is not over. */
  boolean mayBeGiven(String offerId) {
    return published(offerId)
        .filter(offer -> offer.window().until().isAfter(clock.instant()))
        .isPresent();
  }

  /** True for an offer that is published, drafted or remembered. */
  boolean knows(String offerId) {
    return published(offerId).isPresent()
        || drafts.find(offerId).isPresent()
        || history.knows(offerId);
  }

  Optional<OfferStatus> status(String offerId) {
    Optional<Offer> published = published(offerId);
    Optional<OfferDraft> draft = drafts.find(offerId);
    Switches switches = served.switches();
    if (published.isEmpty()
        && draft.isEmpty()
        && !switches.killed().containsKey(offerId)
        && !history.knows(offerId)) {
      return Optional.empty();
    }
    return Optional.of(status(offerId, published, draft, switches));
  }

  List<OfferStatus> all() {
    Map<String, Offer> published = new LinkedHashMap<>();
    served
        .content()
        .ifPresent(content -> content.offers().offers().forEach(o -> published.put(o.id(), o)));
    Map<String, OfferDraft> drafted = new LinkedHashMap<>();
    drafts.list(Integer.MAX_VALUE).forEach(draft -> drafted.put(draft.offer().id(), draft));
    Switches switches = served.switches();
    TreeSet<String> ids = new TreeSet<>(published.keySet());
    ids.addAll(drafted.keySet());
    ids.addAll(switches.killed().keySet());
    return ids.stream()
        .map(
            id ->
                status(
                    id,
                    Optional.ofNullable(published.get(id)),
                    Optional.ofNullable(drafted.get(id)),
                    switches))
        .toList();
  }

  private OfferStatus status(
      String offerId, Optional<Offer> published, Optional<OfferDraft> draft, Switches switches) {
    Optional<OfferSwitch> killing =
        published.isPresent()
            ? switches.killing(offerId)
            : Optional.ofNullable(switches.killed().get(offerId));
    Optional<OfferSwitch> pausing = Optional.ofNullable(switches.paused().get(offerId));
    OfferState state =
        killing.isPresent()
            ? OfferState.KILLED
            : published
                .map(offer -> published(offer, pausing.isPresent()))
                .or(() -> draft.map(this::drafted))
                .orElse(OfferState.ENDED);
    return OfferStatus.builder(offerId, state)
        .published(published)
        .draft(draft)
        .stopped(killing.or(() -> state == OfferState.PAUSED ? pausing : Optional.empty()))
        .build();
  }

  private OfferState published(Offer offer, boolean paused) {
    if (!offer.window().until().isAfter(clock.instant())) {
      return OfferState.ENDED;
    }
    if (paused || offer.paused()) {
      return OfferState.PAUSED;
    }
    return offer.window().from().isAfter(clock.instant()) ? OfferState.SCHEDULED : OfferState.LIVE;
  }

  private OfferState drafted(OfferDraft draft) {
    Optional<ReviewState> review = draft.reviewId().flatMap(reviews::find).map(OfferReview::state);
    if (review.isEmpty()) {
      return OfferState.DRAFT;
    }
    return review.get() == ReviewState.APPROVED ? OfferState.APPROVED : OfferState.IN_REVIEW;
  }
}
