package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From when on only the machine is at fault when a strategy is late. */
class ProofTest {
  @TempDir Path folder;
  private TrialShop shop;
  private int recorded;

  @BeforeEach
  void open() {
    shop = new TrialShop(folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aWarmUpWithEnoughOfTheShopsOwnCallsIsProof() {
    Slot slot = shop.add("newest", false, basket -> 1);
    record(Slot.PROOF_REPEATS - 1);
    assertEquals(Slot.PROOF_REPEATS - 1, shop.warmUp.run(slot).replayed());
    assertFalse(slot.proven());
    record(1);
    shop.warmUp.run(slot);
    assertTrue(slot.proven());
    slot.failed("threw");
    assertFalse(slot.proven());
    shop.warmUp.run(slot);
    assertFalse(slot.proven(), "who failed at the till proves itself there");
  }

  @Test
  void twoHundredCallsSinceTheLastFailureAreProof() {
    Slot slot = shop.add("older", false, basket -> 1);
    answers(slot, 199);
    assertFalse(slot.proven());
    answers(slot, 1);
    assertTrue(slot.proven());
    slot.failed("threw");
    answers(slot, 199);
    assertFalse(slot.proven());
    answers(slot, 1);
    assertTrue(slot.proven());
    slot.stuckChanged(1);
    assertFalse(slot.proven(), "a call is stuck");
  }

  @Test
  void whatWasForgottenIsSoonRecordedAnew() {
    RecordedCalls calls = new RecordedCalls();
    long begin = System.nanoTime();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 20; i++) {
        offer(calls, begin + TimeUnit.MILLISECONDS.toNanos(1_000 * round + 11 * i));
      }
      assertEquals(Slot.PROOF_REPEATS, calls.recent(begin).size());
      calls.forget();
    }
  }

  private static void offer(RecordedCalls calls, long nowNanos) {
    calls.offer(TrialShop.Pricer.class, TrialShop.options(), p -> p.margin(7), 10, nowNanos);
  }

  private static void answers(Slot slot, int calls) {
    for (int i = 0; i < calls; i++) {
      slot.answered(1_000, System.nanoTime());
    }
  }

  /** Recent calls of the shop, as if a second lay between them. */
  private void record(int calls) {
    for (int i = 0; i < calls; i++) {
      offer(shop.role.recorded(), System.nanoTime() + TimeUnit.SECONDS.toNanos(++recorded));
    }
  }
}
