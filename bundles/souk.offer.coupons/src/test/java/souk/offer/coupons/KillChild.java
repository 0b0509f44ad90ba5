package souk.offer.coupons;

import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import souk.offer.api.LedgerException;
import souk.offer.api.Redemption;

/**
 * A process that is killed while 64 clients redeem. Each acknowledgement is written to a file of
 * its client, unbuffered, before the client goes on: what the kernel took survives the process.
 */
final class KillChild {
  private KillChild() {}

  /**
   * @param arguments state folder, folder of the acknowledgements, number of this round, limit of
   *     the offer, threads, rows from one checkpoint to the next
   */
  public static void main(String[] arguments) throws Exception {
    Path state = Path.of(arguments[0]);
    Path acknowledged = Path.of(arguments[1]);
    int round = Integer.parseInt(arguments[2]);
    long limit = Long.parseLong(arguments[3]);
    int threads = Integer.parseInt(arguments[4]);
    if (System.in.read() < 0) {
      return;
    }
    long begin = System.nanoTime();
    StandaloneLedger ledger =
        StandaloneLedger.openIn(state, Clock.systemUTC(), Long.parseLong(arguments[5]));
    System.out.println("READY " + (System.nanoTime() - begin) / 1_000_000);
    System.out.flush();
    AtomicLong next = new AtomicLong();
    for (int t = 0; t < threads; t++) {
      int client = t;
      new Thread(() -> redeem(ledger, acknowledged, round, client, limit, next)).start();
    }
  }

  private static void redeem(
      StandaloneLedger ledger, Path folder, int round, int client, long limit, AtomicLong next) {
    try (FileOutputStream out =
        new FileOutputStream(folder.resolve("r" + round + "-c" + client).toFile(), true)) {
      while (true) {
        String key = "k-" + round + "-" + next.getAndIncrement();
        String line;
        try {
          Redemption done = ledger.redeem(Samples.request(key, "offer", 1, Samples.total(limit)));
          line = key + " " + done.id() + "\n";
        } catch (LedgerException e) {
          if (!e.code().equals("limit.total")) {
            throw e;
          }
          line = key + " refused\n";
        }
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
