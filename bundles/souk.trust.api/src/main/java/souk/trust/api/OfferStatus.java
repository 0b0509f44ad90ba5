package souk.trust.api;

import java.util.Optional;
import souk.offer.api.Offer;

/** Where one offer stands, what is in force of it and what is being worked on. Immutable. */
public final class OfferStatus {
  private final String offerId;
  private final OfferState state;
  private final Optional<Offer> published;
  private final Optional<OfferDraft> draft;
  private final Optional<OfferSwitch> stopped;

  private OfferStatus(Builder builder) {
    this.offerId = builder.offerId;
    this.state = builder.state;
    this.published = builder.published;
    this.draft = builder.draft;
    this.stopped = builder.stopped;
  }

  public static Builder builder(String offerId, OfferState state) {
    return new Builder(offerId, state);
  }

  public String offerId() {
    return offerId;
  }

  /** Of what is published; of the draft if nothing is. */
  public OfferState state() {
    return state;
  }

  /** The offer in the published book, as it was approved; also while it is paused or killed. */
  public Optional<Offer> published() {
    return published;
  }

  /** What somebody works on for the next publication. */
  public Optional<OfferDraft> draft() {
    return draft;
  }

  /** Who paused or killed it, when and why. */
  public Optional<OfferSwitch> stopped() {
    return stopped;
  }

  /** Collects a status; not safe for use by many threads. */
  public static final class Builder {
    private final String offerId;
    private final OfferState state;
    private Optional<Offer> published = Optional.empty();
    private Optional<OfferDraft> draft = Optional.empty();
    private Optional<OfferSwitch> stopped = Optional.empty();

    private Builder(String offerId, OfferState state) {
      this.offerId = offerId;
      this.state = state;
    }

    public Builder published(Optional<Offer> offer) {
      this.published = offer;
      return this;
    }

    public Builder draft(Optional<OfferDraft> value) {
      this.draft = value;
      return this;
    }

    public Builder stopped(Optional<OfferSwitch> by) {
      this.stopped = by;
      return this;
    }

    public OfferStatus build() {
      return new OfferStatus(this);
    }
  }
}
