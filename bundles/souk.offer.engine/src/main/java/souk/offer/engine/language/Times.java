package souk.offer.engine.language;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import souk.model.TimeRange;

/** Windows: times with an offset, or local times of a zone, also where clocks change. */
final class Times {
  private final Set<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
  private final Problems problems;

  Times(Problems problems) {
    this.problems = problems;
  }

  /** A zone of the tz database; empty, and one problem more, if there is none of this name. */
  Optional<ZoneId> zone(Node node, Path path) {
    if (!(node instanceof Node.Text text)) {
      return Optional.empty();
    }
    if (text.value().equals("UTC") || text.value().equals("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    if (zones.contains(text.value())) {
      return Optional.of(ZoneId.of(text.value()));
    }
    problems.error(
        node,
        path,
        "offer.zone",
        "There is no time zone %s.%s"
            .formatted(Words.quoted(text.value()), Words.maybe(text.value(), zones)),
        Words.quoted(text.value()));
    return Optional.empty();
  }

  /** A window; empty, and a problem more, if it cannot be. */
  Optional<TimeRange> window(Node.Table window, Path path, Optional<ZoneId> shop) {
    Optional<ZoneId> zone = shop;
    if (window.has("zone")) {
      zone = zone(window.value("zone"), path.to("zone"));
      if (zone.isEmpty()) {
        return Optional.empty();
      }
    }
    Optional<Instant> from = instant(window, "from", path, zone);
    Optional<Instant> until = instant(window, "until", path, zone);
    if (from.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    if (from.get().isAfter(until.get())) {
      problems.error(
          window,
          path,
          "offer.window-backwards",
          "The window ends before it starts: from %s until %s.\nMaybe the two were exchanged."
              .formatted(from.get(), until.get()),
          from.get(),
          until.get());
      return Optional.empty();
    }
    if (from.get().equals(until.get())) {
      problems.error(
          window,
          path,
          "offer.empty-window",
          "The window never holds: it ends when it starts, at %s; until is the first instant after it.\nMaybe a day later was meant."
              .formatted(from.get()),
          from.get());
      return Optional.empty();
    }
    return Optional.of(new TimeRange(from.get(), until.get()));
  }

  private Optional<Instant> instant(
      Node.Table window, String name, Path path, Optional<ZoneId> zone) {
    Node node = window.value(name);
    String text = node instanceof Node.Text given ? given.value() : "";
    Path place = path.to(name);
    try {
      if (text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})")) {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
      }
      LocalDateTime local = LocalDateTime.parse(text);
      if (zone.isEmpty()) {
        problems.error(
            node,
            place,
            "offer.no-zone",
            "%s is a local time, but no zone is given.\nMaybe %sZ was meant, or \"zone\": \"Europe/London\" belongs beside it."
                .formatted(name, text),
            name,
            text);
        return Optional.empty();
      }
      return local(local, zone.get(), node, name, place);
    } catch (DateTimeException wrong) {
      problems.error(
          node,
          place,
          "offer.time",
          "%s is %s, which is no time of the calendar.\nMaybe the month has fewer days; the end of a day is 00:00 of the next."
              .formatted(name, node.found()),
          name,
          text);
      return Optional.empty();
    }
  }

  private Optional<Instant> local(
      LocalDateTime local, ZoneId zone, Node node, String name, Path place) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() == 1) {
      return Optional.of(local.toInstant(offsets.get(0)));
    }
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (offsets.isEmpty()) {
      problems.error(
          node,
          place,
          "offer.time-gap",
          "%s is %s, which does not exist in %s: clocks go from %s to %s.\nMaybe %s was meant."
              .formatted(
                  name,
                  local,
                  zone,
                  change.getDateTimeBefore(),
                  change.getDateTimeAfter(),
                  change.getDateTimeAfter()),
          local,
          zone,
          change.getDateTimeAfter());
      return Optional.empty();
    }
    ZoneOffset taken = name.equals("from") ? change.getOffsetBefore() : change.getOffsetAfter();
    problems.warning(
        node,
        place,
        "offer.time-twice",
        "%s is %s, which comes twice in %s; taken is %s.\nMaybe write the offset: %s%s."
            .formatted(name, local, zone, local.toInstant(taken), local, taken),
        local,
        zone,
        local.toInstant(taken));
    return Optional.of(local.toInstant(taken));
  }
}
