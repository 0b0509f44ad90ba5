package souk.offer.coupons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.testkit.LedgerDrills;

/** R1: a process is killed while 64 clients redeem; nothing acknowledged is lost or doubled. */
class KillTest {
  private static final int ROUNDS = Integer.getInteger("souk.kill.rounds", 20);
  private static final int LIMITED = Integer.getInteger("souk.kill.limited", 3);
  private static final long SEED = Long.getLong("souk.kill.seed", 20_260_302L);
  @TempDir Path folder;

  @Tag("slow")
  @Test
  void nothingAcknowledgedIsLostOrDoubled() throws Exception {
    KillDrill drill = new KillDrill(folder, SEED, Long.MAX_VALUE);
    for (int round = 0; round < ROUNDS; round++) {
      drill.round(round);
    }
    KillDrill.Verdict verdict = drill.verdict();
    System.out.println("kill " + verdict);
    assertTrue(verdict.acknowledged() > 0, verdict.toString());
    assertEquals(0, verdict.lost(), verdict.toString());
    assertEquals(0, verdict.doubled(), verdict.toString());
    assertTrue(verdict.slowestStartMillis() <= 5_000, verdict.toString());
  }

  /** R4: of the repeats with a limit, those with a kill in their midst. */
  @Tag("slow")
  @Test
  void aLimitIsGivenExactlyThoughTheProcessIsKilled() throws Exception {
    int midst = 0;
    for (int repeat = 0; repeat < LIMITED; repeat++) {
      Path place = folder.resolve("limited" + repeat);
      KillDrill drill = new KillDrill(place, 7L + repeat, 100);
      drill.once(25);
      KillDrill.Verdict killed = drill.verdict();
      midst += killed.counted() < 100 ? 1 : 0;
      try (StandaloneLedger ledger =
          StandaloneLedger.openIn(place.resolve("state"), Clock.systemUTC())) {
        int rest = LedgerDrills.limited(ledger, "offer", 10_000, 100);
        assertEquals(100 - killed.counted(), rest, killed.toString());
      }
      KillDrill.Verdict verdict = drill.verdict();
      assertEquals(0, verdict.lost(), verdict.toString());
      assertEquals(0, verdict.doubled(), verdict.toString());
      assertEquals(100, verdict.counted(), verdict.toString());
    }
    System.out.println("limited " + LIMITED + ", killed before the limit was reached " + midst);
  }
}
