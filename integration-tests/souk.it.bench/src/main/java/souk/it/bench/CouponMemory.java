package souk.it.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import souk.offer.api.BatchRequest;
import souk.offer.coupons.StandaloneLedger;

/** What a million coupons take on the heap of a ledger that can redeem any of them. */
final class CouponMemory {
  private static final int COUPONS = 1_000_000;

  private CouponMemory() {}

  static double megabytes() throws Exception {
    Path state = Files.createTempDirectory("souk-bench-coupons");
    try (StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC())) {
      long before = used();
      ledger.createBatch(BatchRequest.builder("million", COUPONS).build());
      double megabytes = (used() - before) / 1e6;
      long known = ledger.batches().get(0).codes();
      if (known != COUPONS) {
        throw new IllegalStateException("The ledger knows %d coupons.".formatted(known));
      }
      System.out.printf("%d coupons: %.0f MB%n", COUPONS, megabytes);
      return megabytes;
    }
  }

  /** Bytes that survive a collection. */
  private static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
