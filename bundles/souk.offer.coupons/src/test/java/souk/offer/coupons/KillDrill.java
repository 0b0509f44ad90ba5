package souk.offer.coupons;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import souk.offer.api.LedgerStatus;

/** Starts processes over one ledger, kills each at a random moment, and compares in the end. */
final class KillDrill {
  private static final int CLIENTS = 64;

  /** So few that processes are killed while they write checkpoints. */
  private static final long CHECKPOINT_ROWS = 1_000;

  private final Path state;
  private final Path acknowledged;
  private final Random random;
  private final long limit;
  private long slowest;

  KillDrill(Path folder, long seed, long limit) throws Exception {
    this.state = Files.createDirectories(folder.resolve("state"));
    this.acknowledged = Files.createDirectories(folder.resolve("acknowledged"));
    this.random = new Random(seed);
    this.limit = limit;
  }

  /**
   * What became of the acknowledgements.
   *
   * @param rounds processes killed
   * @param acknowledged redemptions that a client was told
   * @param lost of them not in the ledger
   * @param doubled ids told to two keys, or keys told two ids
   * @param counted uses that the ledger counts
   * @param slowestStartMillis from opening to serving, of all starts
   */
  record Verdict(
      int rounds,
      long acknowledged,
      long lost,
      long doubled,
      long counted,
      long slowestStartMillis) {}

  private int rounds;
  private @Nullable Process waiting;

  void round(int number) throws Exception {
    round(number, 300, true);
  }

  private Process launch(int number) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // Its driver unpacks a library, which a killed process leaves behind.
            "-Dorg.sqlite.tmpdir=" + state.getParent(),
            "-cp",
            System.getProperty("java.class.path"),
            "souk.offer.coupons.KillChild",
            state.toString(),
            acknowledged.toString(),
            Integer.toString(number),
            Long.toString(limit),
            Integer.toString(CLIENTS),
            Long.toString(CHECKPOINT_ROWS))
        .redirectErrorStream(true)
        .start();
  }

  /** Kills the process at a random moment of its first milliseconds. */
  void once(int millis) throws Exception {
    round(0, millis, false);
  }

  private void round(int number, int millis, boolean more) throws Exception {
    rounds++;
    Process child = waiting == null ? launch(number) : waiting;
    // The next process boots while this one works.
    waiting = more ? launch(number + 1) : null;
    child.getOutputStream().write('\n');
    child.getOutputStream().flush();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    List<String> told = new ArrayList<>();
    String line = out.readLine();
    while (line != null && !line.startsWith("READY")) {
      told.add(line);
      line = out.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("The child did not start: " + told);
    }
    slowest = Math.max(slowest, Long.parseLong(line.substring(6)));
    Thread.sleep(random.nextInt(millis));
    child.destroyForcibly();
    if (!child.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The child cannot be killed.");
    }
  }

  Verdict verdict() throws Exception {
    if (waiting != null) {
      waiting.destroyForcibly().waitFor();
      waiting = null;
    }
    Map<String, Set<String>> idsByKey = new HashMap<>();
    Set<String> ids = new HashSet<>();
    long doubled = 0;
    long told = 0;
    try (Stream<Path> files = Files.list(acknowledged)) {
      for (Path file : files.toList()) {
        for (String line : Files.readAllLines(file)) {
          String[] words = line.split(" ");
          if (words.length == 2 && words[1].startsWith("R")) {
            told++;
            doubled += ids.add(words[1]) ? 0 : 1;
            idsByKey.computeIfAbsent(words[0], k -> new TreeSet<>()).add(words[1]);
          }
        }
      }
    }
    long lost = 0;
    long begin = System.nanoTime();
    try (StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC())) {
      slowest = Math.max(slowest, (System.nanoTime() - begin) / 1_000_000);
      if (ledger.status().state() != LedgerStatus.State.SERVING) {
        throw new IllegalStateException(ledger.status().toString());
      }
      for (Map.Entry<String, Set<String>> one : idsByKey.entrySet()) {
        doubled += one.getValue().size() - 1;
        Optional<String> found = ledger.findByKey(one.getKey()).map(r -> r.id());
        lost += found.isPresent() && one.getValue().contains(found.get()) ? 0 : 1;
      }
      ledger.awaitChecked();
      if (ledger.status().state() != LedgerStatus.State.SERVING) {
        throw new IllegalStateException(ledger.status().toString());
      }
      long counted = ledger.use("offer", Optional.empty()).orders();
      return new Verdict(rounds, told, lost, doubled, counted, slowest);
    }
  }
}
