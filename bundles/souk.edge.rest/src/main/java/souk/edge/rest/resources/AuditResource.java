package souk.edge.rest.resources;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;

/** Who changed what, when and why. */
final class AuditResource {
  private static final int USUAL = 100;
  private static final int LONGEST_TEXT = 200;

  private final Rooms rooms;

  AuditResource(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/audit", Right.READ, this::entries)
            .says("Changes of the platform, newest first; the next page is named in Link.")
            .query("kind", "This kind and those under it, such as feature.", Shape.TEXT)
            .query("actor", "Who made the change.", Shape.TEXT)
            .query("subject", "What was changed, such as a role.", Shape.TEXT)
            .query("text", "Text anywhere in the entry.", Shape.TEXT)
            .query("since", "Entries of this instant or later.", Shape.of(Instant.class))
            .query("before", "Entries older than the one of this id.", Shape.TEXT)
            .query("limit", "Most entries, up to 1,000; 100 if left out.", Shape.COUNT)
            .answers(Shape.listOf(AuditEntry.class)));
  }

  private Object entries(Request request) {
    int limit = (int) request.query("limit", USUAL, 1, Page.MOST);
    AuditQuery.Builder query = AuditQuery.builder();
    word(request, "kind").ifPresent(query::kind);
    word(request, "actor").ifPresent(query::actor);
    word(request, "subject").ifPresent(query::subject);
    word(request, "text").ifPresent(query::text);
    word(request, "before").ifPresent(query::before);
    word(request, "since").map(AuditResource::instant).ifPresent(query::since);
    List<AuditEntry> found = rooms.get(AuditTrail.class).entries(query.build(), limit + 1);
    if (found.size() <= limit) {
      return found;
    }
    List<AuditEntry> page = found.subList(0, limit);
    Map<String, String> next = new LinkedHashMap<>(request.query());
    next.put("before", page.get(limit - 1).id());
    next.put("limit", Integer.toString(limit));
    return Page.answer(request, page, next);
  }

  private static Optional<String> word(Request request, String name) {
    Optional<String> word = request.query(name);
    if (word.isPresent() && word.get().length() > LONGEST_TEXT) {
      throw ProblemException.badRequest(
          "query.out-of-range",
          "Parameter %s must have at most %d characters, but has %d."
              .formatted(name, LONGEST_TEXT, word.get().length()));
    }
    return word;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw ProblemException.badRequest(
          "query.malformed",
          "Parameter since must be an instant such as 2026-03-01T12:00:00Z, but is %s."
              .formatted(text));
    }
  }
}
