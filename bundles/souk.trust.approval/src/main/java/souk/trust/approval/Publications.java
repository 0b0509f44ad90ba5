package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.model.SnapshotId;
import souk.trust.api.Publication;

/**
 * Publications in the journal: one document per publication, one per snapshot content, and one that
 * points to the publication in force. All that changes with a publication is written in one
 * transaction, so that a crash leaves the old state or the new one.
 */
final class Publications {
  private static final String PUBLICATION = "publication";
  private static final String SNAPSHOT = "snapshot";
  private static final String IN_FORCE = "publication-in-force";
  private static final String POINTER = "current";

  /**
   * The publication in force.
   *
   * @param publication it
   * @param number its running number
   * @param revision of the pointer document
   */
  record InForce(Publication publication, long number, long revision) {}

  private final Documents documents;
  private final Json json = new Json();

  Publications(Documents documents) {
    this.documents = documents;
  }

  Optional<InForce> inForce() {
    return documents
        .find(IN_FORCE, POINTER)
        .map(
            pointer -> {
              JsonNode node = json.read(pointer);
              String id = node.required("publicationId").textValue();
              Publication publication =
                  find(id)
                      .orElseThrow(
                          () ->
                              new IllegalStateException(
                                  "Publication %s is in force, but not in the journal.%nMaybe the journal was restored in part; restore it as a whole."
                                      .formatted(id)));
              return new InForce(
                  publication, node.required("number").longValue(), pointer.revision());
            });
  }

  Optional<Publication> find(String publicationId) {
    return documents.find(PUBLICATION, publicationId).map(this::publication);
  }

  List<Publication> list(int limit) {
    return documents.list(PUBLICATION, limit).stream().map(this::publication).toList();
  }

  Optional<Content> findContent(SnapshotId id) {
    return documents
        .find(SNAPSHOT, id.value())
        .map(document -> ContentJson.read(json.read(document)));
  }

  Content content(SnapshotId id) {
    return findContent(id)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Snapshot %s is not in the journal.%nMaybe the journal was restored in part; restore it as a whole."
                        .formatted(id)));
  }

  /** Review of offers behind a publication, if that was its cause. */
  Optional<String> offerReview(String publicationId) {
    return documents
        .find(PUBLICATION, publicationId)
        .flatMap(document -> optional(json.read(document), "offerReviewId"));
  }

  /** Shows tills what is in force, less what is stopped; what the journal says counts. */
  void restore(Served served) {
    Optional<Content> inForce = inForce().map(now -> content(now.publication().snapshot()));
    served.start(inForce, new SwitchStore(documents).load());
  }

  /**
   * Writes a publication and everything that belongs to it, all or nothing.
   *
   * @param content new content, or empty if the publication puts an older one back
   * @param offerReview review of offers behind it, if any
   * @param others further documents of the same transaction
   */
  void write(
      Optional<InForce> before,
      Publication publication,
      long number,
      Optional<Content> content,
      Optional<String> offerReview,
      List<Documents.Put> others) {
    List<Documents.Put> puts = new ArrayList<>(others);
    content.ifPresent(
        c ->
            puts.add(
                new Documents.Put(
                    SNAPSHOT, c.id().value(), 0, json.text(ContentJson.write(c, json)))));
    ObjectNode kept = publication(publication);
    offerReview.ifPresent(id -> kept.put("offerReviewId", id));
    puts.add(new Documents.Put(PUBLICATION, publication.id(), 0, json.text(kept)));
    ObjectNode pointer = json.object().put("publicationId", publication.id()).put("number", number);
    puts.add(
        new Documents.Put(
            IN_FORCE, POINTER, before.map(InForce::revision).orElse(0L), json.text(pointer)));
    documents.putAll(puts);
  }

  private ObjectNode publication(Publication p) {
    ObjectNode node = json.object();
    node.put("id", p.id());
    node.put("snapshot", p.snapshot().value());
    p.previous().ifPresent(id -> node.put("previous", id.value()));
    p.planId().ifPresent(id -> node.put("planId", id));
    p.experimentId().ifPresent(id -> node.put("experimentId", id));
    p.undoes().ifPresent(id -> node.put("undoes", id));
    node.put("at", p.at().toString());
    node.put("actor", p.actor());
    node.put("reason", p.reason());
    node.put("prices", p.prices());
    node.put("offers", p.offers());
    return node;
  }

  private Publication publication(Document document) {
    JsonNode node = json.read(document);
    return new Publication(
        node.required("id").textValue(),
        new SnapshotId(node.required("snapshot").textValue()),
        optional(node, "previous").map(SnapshotId::new),
        optional(node, "planId"),
        optional(node, "experimentId"),
        optional(node, "undoes"),
        Instant.parse(node.required("at").textValue()),
        node.required("actor").textValue(),
        node.required("reason").textValue(),
        node.required("prices").intValue(),
        node.required("offers").intValue());
  }

  private static Optional<String> optional(JsonNode node, String name) {
    return node.has(name) ? Optional.of(node.required(name).textValue()) : Optional.empty();
  }
}
