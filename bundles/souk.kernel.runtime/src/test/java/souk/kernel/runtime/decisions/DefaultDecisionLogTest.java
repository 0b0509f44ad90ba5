package souk.kernel.runtime.decisions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.kernel.api.Actor;
import souk.kernel.api.Decision;
import souk.kernel.api.LogCut;
import souk.kernel.api.StrategyRef;
import souk.model.DecisionId;
import souk.model.SnapshotId;

class DefaultDecisionLogTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsFoundAlsoAfterARestart() throws IOException {
    Decision plan;
    DefaultDecisionLog log = open(1 << 20);
    plan =
        Decision.builder(log.newId(), "plan", Instant.parse("2026-01-02T03:04:05Z"))
            .actor(new Actor("Zoë \"Q\"", "http"))
            .snapshot(new SnapshotId("S1"))
            .strategies(List.of(new StrategyRef("PriceOptimizer", "ladder", "1.0.0")))
            .body("{\"objective\":1.5,\"text\":\"价格\"}")
            .build();
    log.appendDurable(plan);
    log.append(quote(log, 1));
    log.close();

    DefaultDecisionLog again = open(1 << 20);
    Decision found = again.find(plan.id()).orElseThrow();
    assertEquals(plan.actor(), found.actor());
    assertEquals(plan.at(), found.at());
    assertEquals(plan.snapshot(), found.snapshot());
    assertEquals(plan.strategies(), found.strategies());
    assertEquals(plan.bodyJson(), found.bodyJson());
    assertEquals(1, again.latest("quote", 10).size());
    assertEquals(Optional.empty(), again.find(new DecisionId("unknown")));
    assertEquals(Optional.empty(), again.trouble());
    again.close();
  }

  /**
   * What a backup copies while the log is written must itself be a whole log, ending at the cut.
   */
  @Test
  void aCutIsAPrefixThatOpensAsALogOfItsOwn() throws IOException {
    DefaultDecisionLog log = open(4096);
    List<DecisionId> before = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Decision quote = quote(log, i);
      before.add(quote.id());
      log.appendDurable(quote);
    }
    LogCut cut = log.cut();
    Decision after = quote(log, 60);
    log.appendDurable(after);
    Path copy = Files.createDirectories(folder.resolve("copy"));
    for (LogCut.Part part : cut.parts()) {
      byte[] bytes = Files.readAllBytes(part.file());
      Files.write(
          copy.resolve(part.file().getFileName().toString()),
          Arrays.copyOf(bytes, (int) part.bytes()));
    }
    log.close();
    assertTrue(cut.parts().size() > 1, cut.toString());
    assertEquals(60, cut.records());

    DefaultDecisionLog restored = new DefaultDecisionLog(copy, 4096, 10, Clock.systemUTC());
    for (DecisionId id : before) {
      assertTrue(restored.find(id).isPresent());
    }
    assertEquals(Optional.empty(), restored.find(after.id()));
    assertEquals(cut.chainHash(), restored.cut().chainHash());
    assertEquals(60, restored.cut().records());
    restored.close();
  }

  @Test
  void segmentsRotateAndSearchesSeeAllOfThem() throws IOException {
    DefaultDecisionLog log = open(4096);
    List<DecisionId> ids = new ArrayList<>();
    log.appendDurable(Decision.builder(log.newId(), "plan", Instant.EPOCH).build());
    for (int i = 0; i < 200; i++) {
      Decision quote = quote(log, i);
      ids.add(quote.id());
      log.append(quote);
      log.latest("quote", 1);
    }
    assertTrue(segments().size() > 5, segments().toString());
    for (DecisionId id : ids) {
      assertTrue(log.find(id).isPresent());
    }
    List<Decision> latest = log.latest("quote", 150);
    assertEquals(150, latest.size());
    for (int i = 0; i < 150; i++) {
      assertEquals(ids.get(199 - i), latest.get(i).id());
    }
    assertEquals(1, log.latest("plan", 10).size());
    log.close();
    DefaultDecisionLog again = open(4096);
    assertEquals(200, again.latest("quote", 1_000).size());
    again.close();
  }

  /** Whatever number of bytes is missing at the end: whole records stay, the torn one goes. */
  @Tag("slow")
  @Test
  void aTornTailIsCutToTheLastWholeRecordAtEveryLength() throws IOException {
    DefaultDecisionLog log = open(1 << 20);
    for (int i = 0; i < 3; i++) {
      log.appendDurable(quote(log, i));
    }
    log.close();
    Path segment = segments().get(0);
    byte[] whole = Files.readAllBytes(segment);
    int before = -1;
    for (int length = whole.length; length >= 0; length--) {
      Files.write(segment, Arrays.copyOf(whole, length));
      DefaultDecisionLog cut = open(1 << 20);
      int records = cut.latest("quote", 10).size();
      assertTrue(before < 0 || records == before || records == before - 1);
      before = records;
      cut.appendDurable(quote(cut, 9));
      assertEquals(records + 1, cut.latest("quote", 10).size());
      cut.close();
      for (Path file : all()) {
        Files.delete(file);
      }
    }
    assertEquals(0, before);
  }

  @Test
  void aChangedByteIsNoticedAndTheFileKept() throws IOException {
    DefaultDecisionLog log = open(1 << 20);
    for (int i = 0; i < 3; i++) {
      log.appendDurable(quote(log, i));
    }
    log.close();
    Path segment = segments().get(0);
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 2] ^= 1;
    Files.write(segment, bytes);
    DefaultDecisionLog cut = open(1 << 20);
    assertEquals(1, cut.latest("quote", 10).size());
    cut.close();
    Path kept =
        all().stream().filter(p -> p.toString().contains(".torn-")).findFirst().orElseThrow();
    assertEquals(bytes.length, Files.size(kept));
  }

  @Test
  void durableEntriesOfManyThreadsAreAllThere() throws Exception {
    DefaultDecisionLog log = open(16_384);
    Set<String> ids = new ConcurrentSkipListSet<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 50; i++) {
                  Decision quote = quote(log, i);
                  log.appendDurable(quote);
                  ids.add(quote.id().value());
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(400, ids.size());
    assertEquals(400, log.latest("quote", 1_000).size());
    log.close();
  }

  @Test
  void aClosedLogRefusesDurableEntries() throws IOException {
    DefaultDecisionLog log = open(1 << 20);
    log.close();
    assertThrows(UncheckedIOException.class, () -> log.appendDurable(quote(log, 1)));
    assertFalse(Files.notExists(folder));
  }

  private DefaultDecisionLog open(long segmentBytes) throws IOException {
    return new DefaultDecisionLog(folder, segmentBytes, 50, Clock.systemUTC());
  }

  private static Decision quote(DefaultDecisionLog log, int number) {
    return Decision.builder(log.newId(), "quote", Instant.EPOCH.plusSeconds(number))
        .body("{\"number\":" + number + "}")
        .build();
  }

  private List<Path> segments() throws IOException {
    return all().stream().filter(p -> p.toString().endsWith(".log")).toList();
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
