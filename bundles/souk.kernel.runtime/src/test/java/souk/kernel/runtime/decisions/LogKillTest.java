package souk.kernel.runtime.decisions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.kernel.api.Decision;
import souk.model.DecisionId;

/** A process that writes, finishes and removes segments all the time is killed at any moment. */
class LogKillTest {
  private static final int SEGMENT = 4096;
  private static final long MOST = 8 * SEGMENT;
  private static final int KILLS = Integer.getInteger("souk.log.kills", 12);

  @TempDir Path folder;

  /** The process that is killed: names every durable entry when it is on stable storage. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
      DefaultDecisionLog log =
          new DefaultDecisionLog(
              Path.of(arguments[0]), SEGMENT, 5, new Retention(MOST, 0), Clock.systemUTC());
      for (int i = 0; ; i++) {
        for (int k = 0; k < 40; k++) {
          log.append(
              Decision.builder(log.newId(), "quote", Instant.EPOCH)
                  .body("{\"number\":" + i + "}")
                  .build());
        }
        Decision plan = Decision.builder(log.newId(), "plan", Instant.EPOCH).build();
        log.appendDurable(plan);
        out.println(plan.id().value());
      }
    }
  }

  @Tag("slow")
  @Test
  void whateverTheMomentNothingDurableIsLostAndNoQuoteIsMissingInBetween() throws Exception {
    Random random = new Random(11);
    List<String> acknowledged = new ArrayList<>();
    int removals = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(writeAndDie(40 + random.nextInt(120)));
      DefaultDecisionLog log =
          new DefaultDecisionLog(folder, SEGMENT, 5, new Retention(MOST, 0), Clock.systemUTC());
      Set<String> plans = new HashSet<>();
      log.latest("plan", 1_000_000).forEach(plan -> plans.add(plan.id().value()));
      assertTrue(plans.containsAll(acknowledged), "after kill " + kill);
      assertTrue(log.find(new DecisionId(acknowledged.get(0))).isPresent());
      removals = log.latest(LogFiles.REMOVAL, 1_000_000).size();
      long records = log.cut().records();
      log.close();
      assertEquals(Optional.empty(), log.trouble());
      assertEquals(records, chained(LogFiles.DURABLE) + chained(LogFiles.PASSING));
      assertEquals(0, chainedFrom(LogFiles.DURABLE));
      assertTrue(torn() <= kill + 1, "torn files: " + torn());
    }
    assertTrue(removals > KILLS, "removed only " + removals + " times");
  }

  /** Starts the writer and kills it some milliseconds after its first entry. */
  private List<String> writeAndDie(int millis) throws Exception {
    Path named = folder.resolve("acknowledged");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(named.toFile())
            .start();
    while (process.isAlive() && Files.size(named) == 0) {
      Thread.sleep(5);
    }
    Thread.sleep(millis);
    process.destroyForcibly().waitFor();
    List<String> lines = Files.readAllLines(named, StandardCharsets.US_ASCII);
    int whole = lines.get(0).length();
    // The last line may have been cut in the middle.
    return lines.stream().filter(id -> id.length() == whole).toList();
  }

  /** Records of a series; its segments must follow from each other without a gap. */
  private long chained(String prefix) throws IOException {
    long records = 0;
    SegmentScan.Result before = null;
    for (Path file : files(prefix)) {
      SegmentScan.Result scan = SegmentScan.scan(file, Files.size(file), payload -> true);
      assertEquals("", scan.problem(), file.toString());
      if (before != null) {
        assertEquals(before.firstNumber() + before.records(), scan.firstNumber());
        org.junit.jupiter.api.Assertions.assertArrayEquals(before.hashAfter(), scan.hashBefore());
      }
      records += scan.records();
      before = scan;
    }
    return records;
  }

  private long chainedFrom(String prefix) throws IOException {
    Path first = files(prefix).get(0);
    return SegmentScan.scan(first, Files.size(first), payload -> true).firstNumber();
  }

  private List<Path> files(String prefix) throws IOException {
    return all(file -> file.startsWith(prefix) && file.endsWith(Segment.SUFFIX));
  }

  private long torn() throws IOException {
    return all(file -> file.contains(".torn-")).size();
  }

  private List<Path> all(java.util.function.Predicate<String> named) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> named.test(f.getFileName().toString())).sorted().toList();
    }
  }
}
