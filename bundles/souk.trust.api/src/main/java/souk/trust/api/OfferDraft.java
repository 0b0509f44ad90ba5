package souk.trust.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import souk.offer.api.Offer;

/** An offer that somebody works on. Immutable. */
public final class OfferDraft {
  private final Offer offer;
  private final long revision;
  private final Instant changedAt;
  private final String changedBy;
  private final Set<String> authors;
  private final Optional<String> reviewId;

  private OfferDraft(Builder builder) {
    this.offer = builder.offer;
    this.revision = builder.revision;
    this.changedAt = builder.changedAt;
    this.changedBy = builder.changedBy;
    this.authors = builder.authors;
    this.reviewId = builder.reviewId;
  }

  public static Builder builder(Offer offer, long revision) {
    return new Builder(offer, revision);
  }

  public Offer offer() {
    return offer;
  }

  /** Goes into the next {@link OfferDesk#save}, so that nobody overwrites another's work. */
  public long revision() {
    return revision;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public String changedBy() {
    return changedBy;
  }

  /** Everybody who changed it since it was last published. */
  public Set<String> authors() {
    return authors;
  }

  /** The review that holds it; it cannot be changed meanwhile. */
  public Optional<String> reviewId() {
    return reviewId;
  }

  /** Collects a draft; not safe for use by many threads. */
  public static final class Builder {
    private final Offer offer;
    private final long revision;
    private Instant changedAt = Instant.EPOCH;
    private String changedBy = "";
    private Set<String> authors = Set.of();
    private Optional<String> reviewId = Optional.empty();

    private Builder(Offer offer, long revision) {
      this.offer = offer;
      this.revision = revision;
    }

    public Builder changed(Instant at, String by) {
      this.changedAt = at;
      this.changedBy = by;
      return this;
    }

    public Builder authors(Set<String> names) {
      this.authors = Set.copyOf(names);
      return this;
    }

    public Builder reviewId(Optional<String> id) {
      this.reviewId = id;
      return this;
    }

    public OfferDraft build() {
      return new OfferDraft(this);
    }
  }
}
