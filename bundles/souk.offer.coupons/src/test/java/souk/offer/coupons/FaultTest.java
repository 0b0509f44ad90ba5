package souk.offer.coupons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.offer.api.LedgerException;
import souk.offer.api.LedgerStatus;
import souk.offer.api.OfferLimits;
import souk.offer.coupons.FaultyLog.Where;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.store.SqliteLog;

/** R3: whatever fails below the ledger, nothing is acknowledged that does not last. */
class FaultTest {
  private static final int FAILURES = Integer.getInteger("souk.fault.failures", 60);
  @TempDir Path folder;

  private static StandaloneLedger faulty(Path state, FaultyLog.Plan plan) {
    LedgerFolder place = new LedgerFolder(state);
    LedgerKey key = place.key("sqlite", new SecureRandom());
    Stores real = place.sqlite(key, 30);
    StandaloneLedger ledger =
        new StandaloneLedger(
            key,
            Clock.systemUTC(),
            new Stores(
                "sqlite",
                () -> new FaultyLog(real.log().open(), plan),
                () -> new FaultyLog.FaultyMark(real.mark().open(), plan),
                false,
                real.upkeep().every(20)));
    ledger.awaitStart();
    return ledger;
  }

  @Test
  void nothingIsAcknowledgedWithoutDurability() throws Exception {
    Random random = new Random(31);
    List<String> acknowledged = new ArrayList<>();
    int injected = 0;
    for (int i = 0; i < FAILURES; i++) {
      FaultyLog.Plan plan = new FaultyLog.Plan();
      StandaloneLedger ledger = faulty(folder, plan);
      assertEquals(LedgerStatus.State.SERVING, ledger.status().state(), "before failure " + i);
      Where where = Where.values()[random.nextInt(Where.values().length)];
      boolean mayReopen = random.nextBoolean();
      plan.fail(where, random.nextInt(4), mayReopen);
      int unavailable = 0;
      for (int k = 0; k < 8; k++) {
        String key = "f" + i + "-" + k;
        try {
          ledger.redeem(Samples.request(key, "offer", 1, OfferLimits.none()));
          acknowledged.add(key);
          ledger.findByKey(key);
        } catch (LedgerException e) {
          assertEquals(LedgerException.UNAVAILABLE, e.code());
          assertTrue(e.getMessage().contains("injected"), e.getMessage());
          unavailable++;
        }
      }
      if (plan.failed()) {
        injected++;
        assertTrue(unavailable > 0, where + " was injected and nobody was told");
        if (!mayReopen) {
          LedgerException e =
              assertThrows(
                  LedgerException.class,
                  () -> ledger.redeem(Samples.request("late", "offer", 1, OfferLimits.none())));
          assertEquals(LedgerException.UNAVAILABLE, e.code());
          assertEquals(LedgerStatus.State.UNAVAILABLE, ledger.status().state());
          assertTrue(ledger.coupon("any").isPresent(), "a look must not find room");
          assertEquals(Long.MAX_VALUE, ledger.use("offer", Optional.empty()).orders());
        }
      }
      ledger.close();
    }
    assertTrue(injected >= FAILURES / 2, injected + " failures");
    try (StandaloneLedger ledger = StandaloneLedger.openIn(folder, Clock.systemUTC())) {
      assertEquals(LedgerStatus.State.SERVING, ledger.status().state());
      for (String key : acknowledged) {
        assertTrue(ledger.findByKey(key).isPresent(), key + " was acknowledged and is lost");
      }
      long counted = ledger.use("offer", Optional.empty()).orders();
      assertTrue(counted >= acknowledged.size(), counted + " of " + acknowledged.size());
    }
  }

  @Test
  void afterAFailureThatTheStoreKnowsItServesAgainByItself() throws Exception {
    FaultyLog.Plan plan = new FaultyLog.Plan();
    try (StandaloneLedger ledger = faulty(folder, plan)) {
      plan.fail(Where.APPEND, 0, true);
      LedgerException e =
          assertThrows(
              LedgerException.class,
              () -> ledger.redeem(Samples.request("k", "offer", 1, Samples.total(1))));
      assertEquals(LedgerException.UNAVAILABLE, e.code());
      long until = System.nanoTime() + 10_000_000_000L;
      while (ledger.status().state() != LedgerStatus.State.SERVING && System.nanoTime() < until) {
        Thread.sleep(20);
      }
      // The same key: it was never counted, so the one use is still there.
      assertFalse(ledger.redeem(Samples.request("k", "offer", 1, Samples.total(1))).replayed());
    }
  }

  @Test
  void aFullDiskIsUnavailableAndWhatWasAcknowledgedStays() throws Exception {
    LedgerFolder place = new LedgerFolder(folder);
    LedgerKey key = place.key("sqlite", new SecureRandom());
    Stores real = place.sqlite(key, 30);
    List<String> acknowledged = new ArrayList<>();
    try (StandaloneLedger ledger =
        new StandaloneLedger(
            key,
            Clock.systemUTC(),
            new Stores(
                "sqlite",
                () -> SqliteLog.open(place.rows(), key.check(), 40),
                real.mark(),
                false,
                real.upkeep()))) {
      ExecutorService pool = Executors.newFixedThreadPool(8);
      try {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
          String name = "d" + i;
          all.add(
              pool.submit(
                  () -> {
                    try {
                      ledger.redeem(Samples.request(name, "offer", 1, OfferLimits.none()));
                      synchronized (acknowledged) {
                        acknowledged.add(name);
                      }
                    } catch (LedgerException e) {
                      assertEquals(LedgerException.UNAVAILABLE, e.code());
                    }
                  }));
        }
        for (Future<?> one : all) {
          one.get();
        }
      } finally {
        pool.shutdownNow();
      }
    }
    assertTrue(!acknowledged.isEmpty() && acknowledged.size() < 2_000, "" + acknowledged.size());
    try (StandaloneLedger ledger = StandaloneLedger.openIn(folder, Clock.systemUTC())) {
      for (String name : acknowledged) {
        assertTrue(ledger.findByKey(name).isPresent(), name);
      }
      ledger.redeem(Samples.request("room", "offer", 1, OfferLimits.none()));
    }
  }

  @Test
  void aStoreThatCannotBeOpenedIsUnavailableUntilItCan() throws Exception {
    Path rows = folder.resolve("coupons/ledger.sqlite");
    Files.createDirectories(rows);
    LedgerFolder place = new LedgerFolder(folder);
    LedgerKey key = new LedgerKey(new byte[LedgerKey.BYTES]);
    try (StandaloneLedger ledger =
        new StandaloneLedger(key, Clock.systemUTC(), place.sqlite(key, 30))) {
      LedgerException e =
          assertThrows(
              LedgerException.class,
              () -> ledger.redeem(Samples.request("k", "offer", 1, OfferLimits.none())));
      assertEquals(LedgerException.UNAVAILABLE, e.code());
      assertTrue(e.getMessage().contains("ledger.sqlite"), e.getMessage());
      Files.delete(rows);
      long until = System.nanoTime() + 10_000_000_000L;
      while (ledger.status().state() != LedgerStatus.State.SERVING && System.nanoTime() < until) {
        Thread.sleep(20);
      }
      ledger.redeem(Samples.request("k", "offer", 1, OfferLimits.none()));
    }
  }
}
