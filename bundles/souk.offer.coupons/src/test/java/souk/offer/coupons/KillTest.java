package souk.offer.coupons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R1: a process is killed while 64 clients redeem; nothing acknowledged is lost or doubled. */
class KillTest {
  private static final int ROUNDS = Integer.getInteger("souk.kill.rounds", 20);
  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostOrDoubled() throws Exception {
    KillDrill drill = new KillDrill(folder, 20_260_302L, Long.MAX_VALUE);
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

  @Test
  void aLimitIsGivenExactlyThoughTheProcessIsKilled() throws Exception {
    KillDrill drill = new KillDrill(folder, 7L, 100);
    for (int round = 0; round < 3; round++) {
      drill.round(round);
    }
    KillDrill.Verdict verdict = drill.verdict();
    assertEquals(0, verdict.lost(), verdict.toString());
    assertEquals(0, verdict.doubled(), verdict.toString());
    assertEquals(100, verdict.counted(), verdict.toString());
  }
}
