package souk.demand.core;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Ids that sort by time and can be read. */
final class DocumentIds {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private DocumentIds() {}

  static String of(String kind, Instant now) {
    return kind + "-" + STAMP.format(now);
  }
}
