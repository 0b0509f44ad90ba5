package souk.edge.rest.resources;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.model.SnapshotId;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;

/** Offers in force. */
final class OfferResource {
  private final Rooms rooms;

  OfferResource(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/offers", Right.READ, this::published)
            .says("Offers in force.")
            .answers(
                Shape.object("OffersInForce")
                    .with("snapshot", SnapshotId.class)
                    .with("createdAt", Instant.class)
                    .with("offers", Shape.listOf(Offer.class)))
            .fails(404, "publication.none"));
  }

  private Object published(Request request) {
    Snapshot snapshot =
        rooms
            .get(Snapshots.class)
            .current()
            .orElseThrow(() -> NotYet.run("publication", "/publications/baseline"));
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("snapshot", snapshot.id());
    view.put("createdAt", snapshot.createdAt());
    view.put("offers", snapshot.part(OfferBook.class).map(OfferBook::offers).orElse(List.of()));
    return view;
  }
}
