package souk.offer.coupons;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import souk.offer.api.LedgerStatus;
import souk.offer.coupons.record.LedgerKey;

/** Damages copies of one ledger and judges what becomes of each. */
final class DamageDrill {
  private static final String ROWS = "ledger.sqlite";
  private static final String CHECKPOINT = "ledger.checkpoint";
  private static final int TAIL = 4_096;
  private final Path folder;
  private final Path whole;
  private final long rows;
  private final String[] chains;

  /** Redeems one by one and copies the files as they are while the process still runs. */
  DamageDrill(Path folder, int redemptions) throws Exception {
    this(folder, redemptions, Integer.MAX_VALUE);
  }

  /**
   * @param checkpointRows rows from one checkpoint to the next
   */
  DamageDrill(Path folder, int redemptions, long checkpointRows) throws Exception {
    this.folder = folder;
    this.rows = redemptions;
    this.chains = new String[redemptions + 1];
    Path state = folder.resolve("origin");
    this.whole = folder.resolve("whole");
    StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC(), checkpointRows);
    for (int i = 0; i < redemptions; i++) {
      ledger.redeem(Samples.request("d" + i, "offer", 1, Samples.total(1_000_000)));
      chains[i + 1] = ledger.status().chainHash();
    }
    try (var still = ledger.hold()) {
      copy(state, whole);
    }
    ledger.close();
  }

  /**
   * How many came out how.
   *
   * @param recovered serves a count that was acknowledged at some time, at or behind the mark
   * @param reported does not serve and says why
   * @param wrong anything else
   */
  record Fates(long recovered, long reported, long wrong) {
    Fates plus(Fates more) {
      return new Fates(recovered + more.recovered, reported + more.reported, wrong + more.wrong);
    }
  }

  long rows() {
    return rows;
  }

  Fates cuts(String name, int every) throws Exception {
    Fates all = new Fates(0, 0, 0);
    long size = Files.size(whole.resolve("coupons").resolve(name));
    for (long at = size - 1; at >= Math.max(0, size - TAIL); at -= every) {
      Path state = copy("one");
      cut(state.resolve("coupons").resolve(name), at);
      all = all.plus(fate(state, rows));
    }
    return all;
  }

  /** The mark stands a few rows back, as if the process was killed between log and mark. */
  Fates cutsBehindTheMark(int every) throws Exception {
    Fates all = new Fates(0, 0, 0);
    long size = Files.size(whole.resolve("coupons/" + ROWS + "-wal"));
    for (long at = size - 1; at >= Math.max(0, size - TAIL); at -= every) {
      Path state = copy("one");
      cut(state.resolve("coupons/" + ROWS + "-wal"), at);
      LedgerFolder place = new LedgerFolder(state);
      LedgerKey key = place.key("sqlite", new SecureRandom());
      try (var marks = place.sqlite(key, 30).mark().open()) {
        marks.read();
        marks.write(rows - 2, HexFormat.of().parseHex(chains[(int) rows - 2]));
      }
      all = all.plus(fate(state, rows - 2));
    }
    return all;
  }

  Fates flips(int count, long seed) throws Exception {
    Random random = new Random(seed);
    Fates all = new Fates(0, 0, 0);
    List<String> names = new ArrayList<>(List.of(ROWS, ROWS + "-wal", "ledger.mark"));
    if (Files.exists(whole.resolve("coupons/" + CHECKPOINT))) {
      names.add(CHECKPOINT);
    }
    Path settled = checkpointed("settled");
    for (int i = 0; i < count; i++) {
      boolean flat = random.nextBoolean();
      Path state = folder.resolve("one");
      delete(state);
      copy(flat ? settled : whole, state);
      Path file =
          state.resolve("coupons").resolve(flat ? ROWS : names.get(random.nextInt(names.size())));
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0) {
        continue;
      }
      int bit = random.nextInt(bytes.length * 8);
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file, bytes);
      all = all.plus(fate(state, rows));
    }
    return all;
  }

  private Fates fate(Path state, long atLeast) throws InterruptedException {
    try (StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC())) {
      long first = ledger.use("offer", Optional.empty()).orders();
      ledger.awaitChecked();
      LedgerStatus status = ledger.status();
      if (status.state() != LedgerStatus.State.SERVING) {
        // What it counted until it found the damage was right.
        boolean told =
            (status.difference().isPresent() || status.problem().isPresent())
                && (first == Long.MAX_VALUE || (first >= atLeast && first <= rows));
        return told ? new Fates(0, 1, 0) : new Fates(0, 0, 1);
      }
      long counted = ledger.use("offer", Optional.empty()).orders();
      boolean right =
          counted >= atLeast
              && counted <= rows
              && status.rows() == counted
              && status.chainHash().equals(chains[(int) counted]);
      if (!right) {
        System.err.println("wrong: " + status + " counts " + counted);
      }
      return right ? new Fates(1, 0, 0) : new Fates(0, 0, 1);
    }
  }

  /** A copy with all rows in the main file. */
  Path checkpointed(String name) throws Exception {
    Path state = copy(name);
    StandaloneLedger.openIn(state, Clock.systemUTC()).close();
    return state;
  }

  Path copy(String name) throws IOException {
    Path state = folder.resolve(name);
    delete(state);
    copy(whole, state);
    return state;
  }

  static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  /** Where a text is from a position on, or −1. */
  static int find(byte[] bytes, String text, int from) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    for (int i = from; i + wanted.length <= bytes.length; i++) {
      int k = 0;
      while (k < wanted.length && bytes[i + k] == wanted[k]) {
        k++;
      }
      if (k == wanted.length) {
        return i;
      }
    }
    return -1;
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
