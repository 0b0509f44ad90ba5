package souk.kernel.runtime.decisions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.kernel.api.Decision;
import souk.kernel.api.LogCut;
import souk.model.DecisionId;

class RetentionTest {
  private static final int SEGMENT = 4096;

  @TempDir Path folder;

  /** What stays is the longest row of youngest segments that keeps both limits. */
  @Test
  void theOldestSegmentsGoAndNoMoreThanMust() {
    Random random = new Random(7);
    for (int turn = 0; turn < 2_000; turn++) {
      Retention retention = new Retention(random.nextInt(2_000), random.nextInt(200));
      long now = 1_000;
      List<Segment> segments = new ArrayList<>();
      int last = 700;
      for (int i = random.nextInt(8); i > 0; i--) {
        last += random.nextInt(60);
        segments.add(new Segment(Path.of("s" + i), random.nextInt(600), last, Set.of("quote")));
      }
      int reserved = random.nextInt(300);
      int gone = retention.expired(segments, reserved, now).size();
      assertEquals(segments.subList(0, gone), retention.expired(segments, reserved, now));
      int expected = segments.size();
      while (expected > 0 && fits(retention, segments, expected - 1, reserved, now)) {
        expected--;
      }
      assertEquals(expected, gone, retention + " " + segments);
    }
  }

  private static boolean fits(
      Retention retention, List<Segment> segments, int from, int reserved, long now) {
    List<Segment> kept = segments.subList(from, segments.size());
    long bytes = reserved + kept.stream().mapToLong(Segment::bytes).sum();
    return (retention.maxBytes() == 0 || bytes <= retention.maxBytes())
        && (retention.maxAgeMillis() == 0
            || kept.stream().allMatch(s -> s.lastMillis() >= now - retention.maxAgeMillis()));
  }

  @Test
  void limitsBelowNothingAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Retention(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Retention(0, -1));
  }

  /** Beyond the size the oldest quotes go; durable entries stay, and one says what went. */
  @Test
  void quotesGoBeyondTheSizeAndDurableEntriesStay() throws IOException {
    long most = 10 * SEGMENT;
    DefaultDecisionLog log = open(new Retention(most, 0), Clock.systemUTC());
    List<DecisionId> quotes = new ArrayList<>();
    List<DecisionId> plans = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      for (int k = 0; k < 10; k++) {
        quotes.add(append(log, i));
      }
      Decision plan = Decision.builder(log.newId(), "plan", Instant.EPOCH).build();
      log.appendDurable(plan);
      plans.add(plan.id());
      assertTrue(bytesOfQuotes() <= most, "after " + i);
    }
    check(log, quotes, plans);
    log.close();
    DefaultDecisionLog again = open(new Retention(most, 0), Clock.systemUTC());
    check(again, quotes, plans);
    again.close();
  }

  private static void check(DefaultDecisionLog log, List<DecisionId> quotes, List<DecisionId> plans)
      throws IOException {
    List<DecisionId> kept =
        new ArrayList<>(log.latest("quote", 10_000).stream().map(Decision::id).toList());
    java.util.Collections.reverse(kept);
    assertTrue(kept.size() > 50 && kept.size() < quotes.size(), "kept " + kept.size());
    assertEquals(quotes.subList(quotes.size() - kept.size(), quotes.size()), kept);
    assertEquals(Optional.empty(), log.find(quotes.get(0)));
    assertTrue(log.find(kept.get(0)).isPresent());
    for (DecisionId plan : plans) {
      assertTrue(log.find(plan).isPresent());
    }
    List<Decision> removals = log.latest(LogFiles.REMOVAL, 1_000);
    int gone = quotes.size() - kept.size();
    assertTrue(
        removals.get(0).bodyJson().contains("\"nextEntry\":" + gone + ","),
        removals.get(0).bodyJson() + " after " + gone);
    assertEquals(plans.size() + removals.size() + kept.size(), log.cut().records());
    assertEquals(Optional.empty(), log.trouble());
  }

  /** A segment of few quotes is finished after a day, and goes when it is too old. */
  @Test
  void quotesGoWhenTheyAreTooOld() throws IOException {
    Instant[] now = {Instant.parse("2026-03-01T00:00:00Z")};
    Clock clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now[0];
          }
        };
    Retention month = new Retention(0, Duration.ofDays(30).toMillis());
    DefaultDecisionLog log = open(month, clock);
    DecisionId old = append(log, 1);
    log.close();
    age(now[0]);
    now[0] = now[0].plus(Duration.ofDays(29));
    log = open(month, clock);
    DecisionId young = append(log, 2);
    assertTrue(log.find(old).isPresent());
    assertEquals(2, files(LogFiles.PASSING).size());
    log.close();
    age(now[0]);
    now[0] = now[0].plus(Duration.ofDays(3));
    log = open(month, clock);
    append(log, 3);
    // The writer looks after it let the first one go on, and before it lets the second one.
    log.latest("quote", 1);
    log.latest("quote", 1);
    assertEquals(Optional.empty(), log.find(old));
    assertTrue(log.find(young).isPresent());
    assertEquals(1, log.latest(LogFiles.REMOVAL, 10).size());
    log.close();
  }

  /** Files say when they were written last by the machine's clock, not by ours. */
  private void age(Instant at) throws IOException {
    for (Path file : files(LogFiles.PASSING)) {
      if (Files.getLastModifiedTime(file).toInstant().isAfter(at)) {
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(at));
      }
    }
  }

  /** What a backup named is not removed while it is copied. */
  @Test
  void whatACutNamesStays() throws IOException {
    DefaultDecisionLog log = open(new Retention(6 * SEGMENT, 0), Clock.systemUTC());
    for (int i = 0; i < 200; i++) {
      append(log, i);
    }
    LogCut cut = log.cut();
    for (int i = 0; i < 400; i++) {
      append(log, i);
    }
    log.latest("quote", 1);
    Path copy = Files.createDirectories(folder.resolve("copy"));
    for (LogCut.Part part : cut.parts()) {
      byte[] bytes = Files.readAllBytes(part.file());
      Files.write(
          copy.resolve(part.file().getFileName().toString()),
          Arrays.copyOf(bytes, (int) part.bytes()));
    }
    DefaultDecisionLog restored =
        new DefaultDecisionLog(copy, SEGMENT, 10, Retention.NONE, Clock.systemUTC());
    assertEquals(cut.records(), restored.cut().records());
    assertEquals(cut.chainHash(), restored.cut().chainHash());
    restored.close();
    log.close();
  }

  private DefaultDecisionLog open(Retention retention, Clock clock) throws IOException {
    return new DefaultDecisionLog(folder, SEGMENT, 10, retention, clock);
  }

  private static DecisionId append(DefaultDecisionLog log, int number) {
    Decision quote =
        Decision.builder(log.newId(), "quote", Instant.EPOCH.plusSeconds(number))
            .body("{\"number\":" + number + "}")
            .build();
    log.append(quote);
    log.latest("none", 1);
    return quote.id();
  }

  private long bytesOfQuotes() throws IOException {
    long bytes = 0;
    for (Path file : files(LogFiles.PASSING)) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private List<Path> files(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(prefix))
          .filter(f -> f.getFileName().toString().endsWith(Segment.SUFFIX))
          .sorted()
          .toList();
    }
  }
}
