package souk.offer.coupons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.offer.api.LedgerStatus;
import souk.offer.api.LedgerStatus.State;
import souk.offer.api.OfferLimits;
import souk.testkit.FakeClock;

/** A start from a checkpoint knows what a start from all rows knows. */
class CheckpointTest {
  private static final int EVERY = 40;
  private static final String FILE = "coupons/ledger.checkpoint";
  @TempDir Path folder;

  @Tag("slow")
  @Test
  void aStartFromACheckpointKnowsWhatAStartFromAllRowsKnows() throws Exception {
    for (long seed = 1; seed <= 4; seed++) {
      Path state = folder.resolve("s" + seed);
      MixedLoad load = new MixedLoad(seed);
      for (int part = 0; part < 4; part++) {
        Path killed = folder.resolve("k" + seed + "-" + part);
        try (StandaloneLedger ledger = StandaloneLedger.openIn(state, load.clock(), EVERY)) {
          load.run(ledger, 150);
          // Files as a process leaves them that is killed now.
          try (var still = ledger.hold()) {
            DamageDrill.copy(state, killed);
          }
        }
        Path plain = folder.resolve("p" + seed + "-" + part);
        DamageDrill.copy(killed, plain);
        Files.delete(plain.resolve(FILE));
        try (StandaloneLedger quick = StandaloneLedger.openIn(killed, load.clock(), 1_000_000);
            StandaloneLedger slow = StandaloneLedger.openIn(plain, load.clock(), 1_000_000)) {
          quick.awaitChecked();
          assertEquals(State.SERVING, quick.status().state());
          assertEquals(load.look(slow), load.look(quick), "seed " + seed + " part " + part);
        }
      }
    }
  }

  @Test
  void theRowsBehindTheCheckpointAreNotReadBeforeItServes() throws Exception {
    fill(folder, 600);
    assertTrue(Files.exists(folder.resolve(FILE)));
    try (StandaloneLedger ledger = StandaloneLedger.openIn(folder, Clock.systemUTC(), 1_000_000)) {
      ledger.awaitChecked();
      LedgerStatus status = ledger.status();
      assertEquals(600, status.rows());
      assertEquals(600, status.checkedRows());
      assertEquals(600, ledger.use("offer", java.util.Optional.empty()).orders());
    }
  }

  private static String fill(Path state, int redemptions) {
    try (StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC(), EVERY)) {
      for (int i = 0; i < redemptions; i++) {
        ledger.redeem(Samples.request("d" + i, "offer", 1, Samples.total(1_000_000)));
      }
      return ledger.status().chainHash();
    }
  }

  @Test
  void aDamagedForeignOrNewerCheckpointIsNotUsed() throws Exception {
    Path state = folder.resolve("state");
    String chain = fill(state, 100);
    byte[] whole = Files.readAllBytes(state.resolve(FILE));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 7);
    Files.write(state.resolve(FILE), cut);
    serves(state, 100, chain);
    Path other = folder.resolve("other");
    fill(other, 120);
    Files.copy(other.resolve(FILE), state.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    serves(state, 100, chain);
    // A later checkpoint of the same ledger over rows that end before it: rows are missing.
    Files.write(state.resolve(FILE), whole);
    Path early = folder.resolve("early");
    DamageDrill.copy(state, early);
    fillMore(state, 80);
    Files.copy(state.resolve(FILE), early.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    serves(early, 100, chain);
    Files.copy(
        state.resolve("coupons/ledger.mark"),
        early.resolve("coupons/ledger.mark"),
        StandardCopyOption.REPLACE_EXISTING);
    try (StandaloneLedger ledger = StandaloneLedger.openIn(early, Clock.systemUTC())) {
      assertEquals(State.DIFFERS, ledger.status().state());
      assertEquals(80, ledger.status().difference().orElseThrow().lost());
    }
  }

  private static void fillMore(Path state, int redemptions) {
    try (StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC(), EVERY)) {
      for (int i = 0; i < redemptions; i++) {
        ledger.redeem(Samples.request("m" + i, "offer", 1, Samples.total(1_000_000)));
      }
    }
  }

  private static void serves(Path state, long rows, String chain) throws Exception {
    try (StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC(), 1_000_000)) {
      ledger.awaitChecked();
      assertEquals(State.SERVING, ledger.status().state());
      assertEquals(rows, ledger.use("offer", java.util.Optional.empty()).orders());
      assertEquals(chain, ledger.status().chainHash());
    }
  }

  @Test
  void aCheckpointThatCannotBeWrittenCostsOnlyTime() throws Exception {
    Files.createDirectories(folder.resolve(FILE + ".new/in the way"));
    String chain = fill(folder, 100);
    assertFalse(Files.exists(folder.resolve(FILE)));
    serves(folder, 100, chain);
  }

  @Test
  void aChangedRowBehindTheCheckpointIsFoundWithoutAWrongCount() throws Exception {
    fill(folder, 300);
    Path file = folder.resolve("coupons/ledger.sqlite");
    byte[] bytes = Files.readAllBytes(file);
    for (int at = DamageDrill.find(bytes, "o-d57", 0);
        at >= 0;
        at = DamageDrill.find(bytes, "o-d57", at + 1)) {
      bytes[at] ^= 1;
    }
    Files.write(file, bytes);
    try (StandaloneLedger ledger = StandaloneLedger.openIn(folder, Clock.systemUTC(), 1_000_000)) {
      ledger.awaitChecked();
      LedgerStatus.Difference difference = ledger.status().difference().orElseThrow();
      assertTrue(difference.text().contains("row 58"), difference.text());
      assertEquals(2, difference.lost(), "it, and the one that does not follow it");
      assertEquals(State.SERVING, ledger.accept(difference.id(), "operator").state());
      assertEquals(299, ledger.use("offer", java.util.Optional.empty()).orders());
      assertTrue(ledger.findByKey("d57").isEmpty());
      assertFalse(Files.exists(folder.resolve(FILE)), "a checkpoint of what was lost");
    }
  }

  @Test
  void keysAreKnownForTheirDaysAndThenForgotten() throws Exception {
    FakeClock clock = FakeClock.at(Samples.AT);
    StandaloneLedger ledger = StandaloneLedger.openIn(folder, clock, EVERY);
    String first = ledger.redeem(Samples.request("k", "offer", 1, OfferLimits.none())).id();
    clock.advance(Duration.ofDays(29));
    for (int i = 0; i < EVERY; i++) {
      ledger.redeem(Samples.request("day29-" + i, "offer", 1, OfferLimits.none()));
    }
    clock.advance(Duration.ofDays(1));
    ledger.close();
    ledger = StandaloneLedger.openIn(folder, clock, EVERY);
    assertEquals(first, ledger.redeem(Samples.request("k", "offer", 1, OfferLimits.none())).id());
    clock.advance(Duration.ofDays(1));
    String second = ledger.redeem(Samples.request("k", "offer", 1, OfferLimits.none())).id();
    assertNotEquals(first, second, "30 days are over");
    String young = ledger.findByKey("day29-3").orElseThrow().id();
    assertEquals(
        young, ledger.redeem(Samples.request("day29-3", "offer", 1, OfferLimits.none())).id());
    ledger.close();
    ledger = StandaloneLedger.openIn(folder, clock, EVERY);
    assertEquals(second, ledger.redeem(Samples.request("k", "offer", 1, OfferLimits.none())).id());
    assertEquals("o-k", ledger.find(first).orElseThrow().orderId(), "what was done stays");
    assertEquals(EVERY + 2, ledger.use("offer", java.util.Optional.empty()).orders());
    ledger.close();
    Files.delete(folder.resolve(FILE));
    ledger = StandaloneLedger.openIn(folder, clock, EVERY);
    assertEquals(second, ledger.findByKey("k").orElseThrow().id());
    clock.advance(Duration.ofDays(400));
    assertTrue(ledger.find(first).isPresent());
    ledger.redeem(Samples.request("new", "offer", 1, OfferLimits.none()));
    assertTrue(ledger.findByKey("k").isEmpty());
    assertTrue(ledger.findByKey("new").isPresent());
    ledger.close();
  }
}
