package souk.edge.rest.resources;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.AccessKeys;
import souk.edge.rest.access.KeyName;
import souk.edge.rest.access.KeyRole;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.http.Title;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;

/** The keys of roles and people, without the keys themselves. */
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
   * @param name whose it is; null for the one key of the role that belongs to nobody by name
   * @param madeAt when it was made
   * @param file where it stands in the state folder
   */
  record Key(String role, @Nullable String name, Instant madeAt, String file) {}

  /**
   * Body of a new key.
   *
   * @param role its role
   * @param name whose it is; keys of equal names are one person, whatever their roles
   * @param reason for the audit
   */
  record NewKey(String role, String name, String reason) {}

  /**
   * Body of a rotation.
   *
   * @param reason for the audit
   */
  record Rotate(String reason) {}

  List<Route> routes() {
    return List.of(
        Route.get("/keys", Right.ADMINISTER, this::list)
            .says("When each key was made, whose it is and where it stands.")
            .answers(Shape.listOf(Key.class)),
        Route.post("/keys", Right.ADMINISTER, this::make)
            .says("Makes a key of a role for a person; it stands in its file and nowhere else.")
            .takes(NewKey.class)
            .answers(Shape.of(Key.class))
            .fails(404, "key-role.unknown")
            .fails(409, "key.exists"),
        Route.post("/keys/{role}/rotate", Right.ADMINISTER, this::rotate)
            .says("Makes a new key for a role; the old one is refused at once.")
            .takes(Rotate.class)
            .answers(Shape.of(Key.class))
            .fails(404, "key-role.unknown"),
        Route.post("/keys/{role}/{name}/rotate", Right.ADMINISTER, this::rotate)
            .says("Makes a new key for a person; the old one is refused at once.")
            .takes(Rotate.class)
            .answers(Shape.of(Key.class))
            .fails(404, "key-role.unknown", "key.unknown"),
        Route.delete("/keys/{role}/{name}", Right.ADMINISTER, this::remove)
            .says("Refuses the key of a person from now on.")
            .query("reason", "For the audit.", Shape.TEXT)
            .answers(Shape.object("RemovedKey").with("file", String.class))
            .fails(400, "query.missing")
            .fails(404, "key-role.unknown", "key.unknown"));
  }

  private Object list(Request request) {
    return keys.all().stream().map(this::view).toList();
  }

  private Object make(Request request) {
    NewKey body = request.body(NewKey.class);
    KeyName key =
        KeyName.of(
            role(Fields.required("role", body.role())), Fields.required("name", body.name()));
    String reason = Fields.reason(body.reason());
    if (keys.all().contains(key)) {
      throw ProblemException.of(
          409,
          "key.exists",
          Title.CONFLICT,
          "There is a key of %s for %s already.%nMaybe rotate it."
              .formatted(key.role().id(), key.person()));
    }
    record(request, "key.create", key, reason);
    keys.make(key);
    return view(key);
  }

  private Object rotate(Request request) {
    KeyName key = known(request);
    record(request, "key.rotate", key, Fields.reason(request.body(Rotate.class).reason()));
    keys.make(key);
    return view(key);
  }

  private Object remove(Request request) {
    KeyName key = known(request);
    record(
        request,
        "key.remove",
        key,
        request
            .query("reason")
            .orElseThrow(
                () ->
                    ProblemException.badRequest("query.missing", "Parameter reason is missing.")));
    keys.remove(key);
    return Map.of("file", keys.place(key));
  }

  private void record(Request request, String kind, KeyName key, String reason) {
    String subject = key.role().id() + key.name().map(name -> " " + name).orElse("");
    rooms
        .get(AuditTrail.class)
        .record(AuditEntry.builder(request.actor(), kind, subject).reason(reason).build());
  }

  private KeyName known(Request request) {
    KeyRole role = role(request.parameter("role"));
    Optional<String> name = Optional.ofNullable(request.parameters().get("name"));
    return keys.all().stream()
        .filter(key -> key.role() == role && key.name().equals(name))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("key", role.id() + " " + name.orElse("")));
  }

  private Key view(KeyName key) {
    return new Key(key.role().id(), key.name().orElse(null), keys.madeAt(key), keys.place(key));
  }

  private static KeyRole role(String id) {
    return Arrays.stream(KeyRole.values())
        .filter(role -> role.id().equals(id.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("key role", id));
  }
}
