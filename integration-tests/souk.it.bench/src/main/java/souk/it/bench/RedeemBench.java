package souk.it.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import souk.data.spi.StatePart;
import souk.offer.api.CouponLedger;
import souk.offer.api.OfferLimits;
import souk.offer.coupons.StandaloneLedger;
import souk.testkit.LedgerDrills;

/**
 * Redemptions, each one durable reserve-and-commit: 64 threads, then one client beside bare flushes
 * of 4 KiB into a file of the same folder, in turns.
 */
final class RedeemBench {
  private static final int THREADS = 64;
  private static final int ROUNDS = 15;
  private static final int EACH = 100;
  private static final OfferLimits LIMITS = OfferLimits.builder().total(Long.MAX_VALUE).build();

  private RedeemBench() {}

  static Result run(Arguments options) throws Exception {
    int seconds = options.number("seconds", 10);
    Path folder = Files.createTempDirectory(folder(options), "souk-bench-redeem");
    try {
      Result result =
          measure(folder, options.number("threads", THREADS), seconds, options.number("rows", 0));
      return options.has("inprocess")
          ? result
          : result.with("httpPerSecond", RedeemOverHttp.perSecond(folder, seconds));
    } finally {
      CorruptKinds.delete(folder);
    }
  }

  /** The disk of this folder is what counts. */
  private static Path folder(Arguments options) throws IOException {
    return Files.createDirectories(
        Path.of(options.text("folder", System.getProperty("java.io.tmpdir"))));
  }

  /**
   * @param least rows that the ledger has at least before it is started anew
   */
  private static Result measure(Path folder, int threads, int seconds, long least)
      throws Exception {
    long perSecond;
    double p50;
    double fsync;
    Path killed = folder.resolve("killed");
    Path state = folder.resolve("state");
    try (StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC())) {
      load(ledger, "warm", threads, Math.max(1, seconds / 3));
      perSecond = load(ledger, "run", threads, seconds);
      double[] millis = alone(ledger, folder);
      p50 = millis[0];
      fsync = millis[1];
      for (int i = 0; ledger.status().rows() < least; i++) {
        load(ledger, "more" + i, threads, seconds);
      }
      // The files as a process leaves them that is killed now.
      try (StatePart.Still still = ledger.hold()) {
        copy(state, killed);
      }
    }
    LedgerStart.Times afterKill = LedgerStart.of(killed);
    LedgerStart.Times afterEnd = LedgerStart.of(state);
    return new Result("redeem")
        .with("perSecond", perSecond)
        .with("p50Millis", p50, 3)
        .with("fsyncMillis", fsync, 3)
        .with("threads", threads)
        .with("rows", afterEnd.rows())
        .with("startMillis", afterEnd.servedMillis())
        .with("killedStartMillis", afterKill.servedMillis())
        .with("killedCheckedMillis", afterKill.checkedMillis())
        .require(afterKill.servedMillis() <= 5_000, "killedStartMillis <= 5,000")
        .require(perSecond >= 20_000, "perSecond >= 20,000")
        .require(p50 <= 4 * fsync, "p50Millis <= 4 x fsyncMillis");
  }

  private static void copy(Path from, Path to) throws IOException {
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

  private static long load(CouponLedger ledger, String name, int threads, int seconds)
      throws InterruptedException {
    AtomicLong done = new AtomicLong();
    CountDownLatch ready = new CountDownLatch(threads);
    long[] span = new long[2];
    Thread[] clients = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      int client = t;
      clients[t] =
          new Thread(
              () -> {
                ready.countDown();
                long end = System.nanoTime() + seconds * 1_000_000_000L;
                long mine = 0;
                while (System.nanoTime() < end) {
                  ledger.redeem(
                      LedgerDrills.request(
                          name + "-" + client + "-" + mine, "offer-" + (mine & 15), 100, LIMITS));
                  mine++;
                }
                done.addAndGet(mine);
              });
    }
    span[0] = System.nanoTime();
    for (Thread client : clients) {
      client.start();
    }
    for (Thread client : clients) {
      client.join();
    }
    span[1] = System.nanoTime();
    return done.get() * 1_000_000_000L / (span[1] - span[0]);
  }

  /** Medians of one client's redemptions and of bare flushes. */
  private static double[] alone(CouponLedger ledger, Path folder) throws IOException {
    long[] redemptions = new long[ROUNDS * EACH];
    long[] flushes = new long[ROUNDS * EACH];
    Path bare = folder.resolve("bare");
    try (FileChannel channel =
        FileChannel.open(bare, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer page = ByteBuffer.allocateDirect(4_096);
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < EACH; i++) {
          int n = round * EACH + i;
          long begin = System.nanoTime();
          ledger.redeem(LedgerDrills.request("alone-" + n, "offer-alone", 100, LIMITS));
          redemptions[n] = System.nanoTime() - begin;
        }
        for (int i = 0; i < EACH; i++) {
          int n = round * EACH + i;
          page.clear();
          long begin = System.nanoTime();
          channel.write(page, (long) n * page.capacity());
          channel.force(false);
          flushes[n] = System.nanoTime() - begin;
        }
      }
    }
    Arrays.sort(redemptions);
    Arrays.sort(flushes);
    return new double[] {
      redemptions[redemptions.length / 2] / 1e6, flushes[flushes.length / 2] / 1e6
    };
  }
}
