package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.offer.api.Offer;
import souk.trust.api.OfferDraft;
import souk.trust.api.OfferEvent;
import souk.trust.api.Person;
import souk.trust.api.TrustException;

/** Drafts of offers in the journal; a forgotten one stays as a revision that says so. */
final class Drafts {
  private static final String KIND = "offer-draft";

  private final Documents documents;
  private final OfferHistory history;
  private final Clock clock;
  private final Json json = new Json();

  Drafts(Documents documents, OfferHistory history, Clock clock) {
    this.documents = documents;
    this.history = history;
    this.clock = clock;
  }

  Optional<OfferDraft> find(String offerId) {
    return documents.find(KIND, offerId).flatMap(this::draft);
  }

  OfferDraft require(String offerId) {
    return find(offerId)
        .orElseThrow(
            () ->
                new TrustException(
                    "draft.unknown",
                    "There is no draft of offer %s.%nMaybe save it first.".formatted(offerId)));
  }

  List<OfferDraft> list(int limit) {
    return documents.list(KIND, Integer.MAX_VALUE).stream()
        .map(this::draft)
        .flatMap(Optional::stream)
        .limit(Math.max(0, limit))
        .toList();
  }

  OfferDraft save(Offer offer, long expectedRevision, Person person, String reason) {
    Optional<Document> kept = documents.find(KIND, offer.id());
    Optional<OfferDraft> before = kept.flatMap(this::draft);
    before.ifPresent(Drafts::requireFree);
    long seen =
        before.isEmpty() && expectedRevision == 0
            ? kept.map(Document::revision).orElse(0L)
            : expectedRevision;
    Set<String> authors = new TreeSet<>(before.map(OfferDraft::authors).orElse(Set.of()));
    authors.add(person.name());
    String body = json.text(body(offer, authors, person.name(), Optional.empty()));
    write(
        new Documents.Put(KIND, offer.id(), seen, body),
        event(offer.id(), "save", person, reason, seen + 1));
    return require(offer.id());
  }

  void delete(String offerId, long expectedRevision, Person person, String reason) {
    requireFree(require(offerId));
    write(
        new Documents.Put(KIND, offerId, expectedRevision, json.text(gone())),
        event(offerId, "delete", person, reason, expectedRevision));
  }

  private void write(Documents.Put put, Documents.Put event) {
    try {
      documents.putAll(List.of(put, event));
    } catch (Documents.ConflictException e) {
      throw new TrustException(
          "draft.conflict",
          "The draft of offer %s was changed by somebody else since revision %d.%nMaybe read it again and decide anew."
              .formatted(put.id(), put.expectedRevision()));
    }
  }

  /** Marks a draft as held by a review, or as free again. */
  Documents.Put hold(OfferDraft draft, Optional<String> reviewId) {
    return new Documents.Put(
        KIND,
        draft.offer().id(),
        draft.revision(),
        json.text(body(draft.offer(), draft.authors(), draft.changedBy(), reviewId)));
  }

  /** Ends a draft, because it was published. */
  Documents.Put done(OfferDraft draft) {
    return new Documents.Put(KIND, draft.offer().id(), draft.revision(), json.text(gone()));
  }

  private static void requireFree(OfferDraft draft) {
    draft
        .reviewId()
        .ifPresent(
            review -> {
              throw new TrustException(
                  "draft.in-review",
                  "The draft of offer %s is held by review %s.%nMaybe reject or withdraw the review first."
                      .formatted(draft.offer().id(), review));
            });
  }

  private Documents.Put event(
      String offerId, String action, Person person, String reason, long revision) {
    return history.put(
        offerId,
        new OfferEvent(clock.instant(), person.name(), action, reason, "revision " + revision));
  }

  private ObjectNode gone() {
    return json.object().put("format", 1).put("gone", true);
  }

  private ObjectNode body(Offer offer, Set<String> authors, String by, Optional<String> reviewId) {
    ObjectNode node = json.object().put("format", 1);
    OfferJson.write(offer, node.putObject("offer"));
    ArrayNode names = node.putArray("authors");
    new TreeSet<>(authors).forEach(names::add);
    node.put("by", by);
    reviewId.ifPresent(id -> node.put("reviewId", id));
    return node;
  }

  private Optional<OfferDraft> draft(Document document) {
    JsonNode node = json.read(document);
    if (node.path("gone").booleanValue()) {
      return Optional.empty();
    }
    List<String> authors = new ArrayList<>();
    node.required("authors").forEach(name -> authors.add(name.textValue()));
    return Optional.of(
        OfferDraft.builder(OfferJson.read(node.required("offer")), document.revision())
            .changed(document.changedAt(), node.required("by").textValue())
            .authors(Set.copyOf(authors))
            .reviewId(
                node.has("reviewId")
                    ? Optional.of(node.required("reviewId").textValue())
                    : Optional.empty())
            .build());
  }
}
