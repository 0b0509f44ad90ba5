package souk.offer.coupons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.offer.api.LedgerException;
import souk.offer.api.LedgerStatus;
import souk.offer.api.OfferLimits;

/** R2: a cut or changed file is recovered or reported; never a silent wrong count. */
class DamageTest {
  private static final int FLIPS = Integer.getInteger("souk.damage.flips", 150);
  private static final long SEED = Long.getLong("souk.damage.seed", 98L);
  private static final int CUTS_EVERY = Integer.getInteger("souk.damage.every", 37);
  @TempDir static Path folder;
  private static DamageDrill drill;
  private static DamageDrill summed;

  @BeforeAll
  static void writeALedger() throws Exception {
    drill = new DamageDrill(folder.resolve("rows"), 120);
    summed = new DamageDrill(folder.resolve("summed"), 120, 50);
  }

  @Test
  void everyCutOfTheLogIsRecoveredOrReported() throws Exception {
    DamageDrill.Fates fates = drill.cuts("ledger.sqlite-wal", CUTS_EVERY);
    System.out.println("cuts " + fates);
    assertEquals(0, fates.wrong(), fates.toString());
    assertTrue(fates.reported() > 0, fates.toString());
  }

  @Tag("slow")
  @Test
  void everyCutBehindTheMarkIsRecovered() throws Exception {
    DamageDrill.Fates fates = drill.cutsBehindTheMark(CUTS_EVERY);
    assertEquals(0, fates.wrong(), fates.toString());
    assertTrue(fates.recovered() > 0, fates.toString());
  }

  @Tag("slow")
  @Test
  void flippedBitsAreHarmlessOrReported() throws Exception {
    DamageDrill.Fates fates = drill.flips(FLIPS, SEED + 1);
    System.out.println("flips " + fates);
    assertEquals(0, fates.wrong(), fates.toString());
    assertTrue(fates.reported() > 0, fates.toString());
  }

  @Tag("slow")
  @Test
  void flippedBitsAreHarmlessOrReportedWhereACheckpointSumsRowsUp() throws Exception {
    DamageDrill.Fates fates = summed.flips(FLIPS, SEED);
    System.out.println("flips with a checkpoint " + fates);
    assertEquals(0, fates.wrong(), fates.toString());
    assertTrue(fates.reported() > 0, fates.toString());
  }

  @Test
  void aCutCheckpointCostsOnlyTime() throws Exception {
    DamageDrill.Fates fates = summed.cuts("ledger.checkpoint", CUTS_EVERY);
    System.out.println("cuts of the checkpoint " + fates);
    assertEquals(0, fates.wrong() + fates.reported(), fates.toString());
    assertTrue(fates.recovered() > 0, fates.toString());
  }

  @Test
  void everyCutOfTheLogIsRecoveredOrReportedWhereACheckpointSumsRowsUp() throws Exception {
    DamageDrill.Fates fates = summed.cuts("ledger.sqlite-wal", CUTS_EVERY);
    System.out.println("cuts with a checkpoint " + fates);
    assertEquals(0, fates.wrong(), fates.toString());
    assertTrue(fates.reported() > 0, fates.toString());
  }

  @Test
  void aReportedLedgerServesWhenItWasAccepted() throws Exception {
    Path state = drill.copy("accept");
    Path wal = state.resolve("coupons/ledger.sqlite-wal");
    DamageDrill.cut(wal, Files.size(wal) - 4_096);
    StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC());
    LedgerStatus status = ledger.status();
    assertEquals(LedgerStatus.State.DIFFERS, status.state());
    LedgerStatus.Difference difference = status.difference().orElseThrow();
    assertTrue(difference.lost() > 0, difference.toString());
    LedgerException e =
        assertThrows(
            LedgerException.class,
            () -> ledger.redeem(Samples.request("x", "offer", 1, OfferLimits.none())));
    assertEquals(LedgerException.DIFFERS, e.code());
    assertEquals(
        LedgerException.DIFFERS,
        assertThrows(LedgerException.class, () -> ledger.accept("D0-0-0", "eve")).code());
    assertEquals(Long.MAX_VALUE, ledger.use("offer", Optional.empty()).orders());
    assertEquals(LedgerStatus.State.SERVING, ledger.accept(difference.id(), "operator").state());
    long before = ledger.status().rows();
    assertEquals(drill.rows() + 1, before, "lost rows keep their numbers");
    ledger.redeem(Samples.request("x", "offer", 1, OfferLimits.none()));
    ledger.close();
    StandaloneLedger again = StandaloneLedger.openIn(state, Clock.systemUTC());
    assertEquals(LedgerStatus.State.SERVING, again.status().state());
    assertEquals(before + 1, again.status().rows());
    again.close();
  }

  @Test
  void aChangedRowIsNamedAndLeftOutWhenAccepted() throws Exception {
    Path state = drill.checkpointed("changed");
    Path file = state.resolve("coupons/ledger.sqlite");
    byte[] bytes = Files.readAllBytes(file);
    // Pages that were split keep old copies: the row is wherever the text is.
    for (int at = DamageDrill.find(bytes, "o-d17", 0);
        at >= 0;
        at = DamageDrill.find(bytes, "o-d17", at + 1)) {
      bytes[at] ^= 1;
    }
    Files.write(file, bytes);
    StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC());
    LedgerStatus.Difference difference = ledger.status().difference().orElseThrow();
    assertTrue(difference.text().contains("row 18"), difference.text());
    ledger.accept(difference.id(), "operator");
    assertEquals(LedgerStatus.State.SERVING, ledger.status().state());
    assertEquals(drill.rows() - 1, ledger.use("offer", Optional.empty()).orders());
    assertTrue(ledger.findByKey("d17").isEmpty());
    assertEquals("R19", ledger.findByKey("d18").orElseThrow().id());
    assertTrue(Files.exists(state.resolve("coupons/ledger.sqlite.damaged-1")));
    ledger.close();
  }

  @Test
  void anotherKeyIsNamed() throws Exception {
    Path state = drill.copy("key");
    Path key = state.resolve("secrets/coupons.key");
    byte[] secret = Files.readAllBytes(key);
    secret[3] ^= 1;
    Files.write(key, secret);
    try (StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC())) {
      assertEquals(LedgerStatus.State.UNAVAILABLE, ledger.status().state());
      assertTrue(ledger.status().problem().orElseThrow().contains("another key"));
    }
    Files.delete(key);
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> StandaloneLedger.openIn(state, Clock.systemUTC()));
    assertTrue(String.valueOf(e.getMessage()).contains("restore"), e.getMessage());
  }

  @Test
  void aMissingMarkOrMissingRowsAreReported() throws Exception {
    Path state = drill.copy("mark");
    Files.delete(state.resolve("coupons/ledger.mark"));
    try (StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC())) {
      assertEquals(LedgerStatus.State.DIFFERS, ledger.status().state());
    }
    Path empty = drill.copy("empty");
    Files.delete(empty.resolve("coupons/ledger.sqlite"));
    Files.delete(empty.resolve("coupons/ledger.sqlite-wal"));
    try (StandaloneLedger ledger = StandaloneLedger.openIn(empty, Clock.systemUTC())) {
      assertEquals(LedgerStatus.State.DIFFERS, ledger.status().state());
      assertNotEquals(0, ledger.status().difference().orElseThrow().lost());
    }
  }
}
