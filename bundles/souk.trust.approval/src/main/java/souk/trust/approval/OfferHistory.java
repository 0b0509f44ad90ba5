package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.trust.api.OfferEvent;

/**
 * What happened to each offer: one document per offer, one revision per event, written in the same
 * transaction as what it tells of.
 */
final class OfferHistory {
  /** Events that concern all offers. */
  static final String ALL = "*";

  private static final String KIND = "offer-event";

  private final Documents documents;
  private final Json json = new Json();

  OfferHistory(Documents documents) {
    this.documents = documents;
  }

  Documents.Put put(String offerId, OfferEvent event) {
    return new Documents.Put(
        KIND,
        offerId,
        -1,
        json.text(
            json.object()
                .put("at", event.at().toString())
                .put("actor", event.actor())
                .put("action", event.action())
                .put("reason", event.reason())
                .put("subject", event.subject())));
  }

  boolean knows(String offerId) {
    return documents.find(KIND, offerId).isPresent();
  }

  List<OfferEvent> newestFirst(String offerId, int limit) {
    return Stream.concat(
            documents.history(KIND, offerId).stream(), documents.history(KIND, ALL).stream())
        .map(this::event)
        .sorted(Comparator.comparing(OfferEvent::at).reversed())
        .limit(Math.max(0, limit))
        .toList();
  }

  private OfferEvent event(Document document) {
    JsonNode node = json.read(document);
    return new OfferEvent(
        Instant.parse(node.required("at").textValue()),
        node.required("actor").textValue(),
        node.required("action").textValue(),
        node.required("reason").textValue(),
        node.required("subject").textValue());
  }
}
