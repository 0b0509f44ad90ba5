package souk.edge.rest.resources;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import souk.edge.rest.access.AccessKeys;
import souk.edge.rest.access.KeyRole;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;

/** The keys of the roles, without the keys themselves. */
final class KeyResource {
  private final Rooms rooms;
  private final AccessKeys keys;

  KeyResource(Rooms rooms, AccessKeys keys) {
    this.rooms = rooms;
    this.keys = keys;
  }

  /**
   * What may be said of a key.
   *
   * @param role its role
   * @param madeAt when it was made
   * @param file where it stands in the state folder
   */
  record Key(String role, Instant madeAt, String file) {}

  /**
   * Body of a rotation.
   *
   * @param reason for the audit
   */
  record Rotate(String reason) {}

  List<Route> routes() {
    return List.of(
        Route.get("/keys", Right.ADMINISTER, this::list)
            .says("When the key of each role was made, and where it stands.")
            .answers(Shape.listOf(Key.class)),
        Route.post("/keys/{role}/rotate", Right.ADMINISTER, this::rotate)
            .says("Makes a new key for a role; the old one is refused at once.")
            .takes(Rotate.class)
            .answers(Shape.of(Key.class))
            .fails(404, "key-role.unknown"));
  }

  private Object list(Request request) {
    return Arrays.stream(KeyRole.values()).map(this::view).toList();
  }

  private Object rotate(Request request) {
    KeyRole role = role(request.parameter("role"));
    String reason = Fields.reason(request.body(Rotate.class).reason());
    rooms
        .get(AuditTrail.class)
        .record(
            AuditEntry.builder(request.actor(), "key.rotate", role.id()).reason(reason).build());
    keys.rotate(role);
    return view(role);
  }

  private Key view(KeyRole role) {
    return new Key(role.id(), keys.madeAt(role), keys.place(role));
  }

  private static KeyRole role(String id) {
    return Arrays.stream(KeyRole.values())
        .filter(role -> role.id().equals(id.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("key role", id));
  }
}
