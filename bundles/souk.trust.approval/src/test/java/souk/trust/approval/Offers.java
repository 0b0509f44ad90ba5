package souk.trust.approval;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.kernel.api.Actor;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.Basis;
import souk.offer.api.Funding;
import souk.offer.api.Offer;
import souk.offer.api.OfferLimits;
import souk.trust.api.OfferReview;
import souk.trust.api.OfferSubmission;
import souk.trust.api.Person;
import souk.trust.api.Publication;

/** Offers and people of the desk's tests. */
final class Offers {
  static final Person ANN = Person.merchandiser(new Actor("ann", "http"));
  static final Person BEN = Person.merchandiser(new Actor("ben", "http"));
  static final Person EVE = Person.admin(new Actor("eve", "console"));
  static final TimeRange LONG =
      new TimeRange(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));

  private Offers() {}

  static Offer ten(String id) {
    return offer(id, 10, LONG).build();
  }

  static Offer.Builder offer(String id, long percent, TimeRange window) {
    return Offer.builder(
        id,
        "Offer " + id,
        window,
        new Spec(
            "percentage", Map.of("percent", BigDecimal.valueOf(percent), "skus", List.of("TEA"))));
  }

  /** An offer that uses all that 0.1.0 did not know. */
  static Offer full(String id) {
    return offer(id, 5, LONG)
        .basis(Basis.NET)
        .limits(
            OfferLimits.builder()
                .perOrder(1)
                .perCustomer(2)
                .total(300)
                .budget(Shop.pounds(40_000))
                .build())
        .funding(List.of(new Funding("Acme", new BigDecimal("0.25"))))
        .names(Map.of("zh", "九五折"))
        .build();
  }

  static OfferSubmission drafts(String... ids) {
    return OfferSubmission.builder().drafts(List.of(ids)).build();
  }

  /** From draft to publication. */
  static Publication publish(Desk desk, Offer... offers) {
    List<String> ids = new ArrayList<>();
    for (Offer offer : offers) {
      desk.save(offer, 0, ANN, "new");
      ids.add(offer.id());
    }
    OfferReview review = desk.submit(drafts(ids.toArray(String[]::new)), ANN, "please");
    desk.approve(review.id(), BEN, "fine");
    return desk.publish(review.id(), ANN, "go");
  }

  /** Documents that somebody can make slow or broken. */
  abstract static class Between implements Documents {
    private final Documents real;

    Between(Documents real) {
      this.real = real;
    }

    abstract void beforeWriting();

    @Override
    public Document put(Put put) {
      return putAll(List.of(put)).get(0);
    }

    @Override
    public List<Document> putAll(List<Put> puts) {
      beforeWriting();
      return real.putAll(puts);
    }

    @Override
    public Optional<Document> find(String kind, String id) {
      return real.find(kind, id);
    }

    @Override
    public List<Document> list(String kind, int limit) {
      return real.list(kind, limit);
    }

    @Override
    public List<Document> history(String kind, String id) {
      return real.history(kind, id);
    }
  }
}
