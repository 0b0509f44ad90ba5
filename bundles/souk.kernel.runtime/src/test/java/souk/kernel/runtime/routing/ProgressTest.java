package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ProgressTest {
  private static final long SLICE = 20_000_000;

  private final AtomicLong used = new AtomicLong(1_000_000);
  private final Progress progress = new Progress(thread -> used.get());
  private final AtomicBoolean go = new AtomicBoolean(true);

  @AfterEach
  void stop() {
    go.set(false);
  }

  @Test
  void whoCouldRunAndGotHardlyAnyProcessorIsStarved() throws Exception {
    Thread worker = thread(() -> {});
    progress.look(worker, 0);
    used.addAndGet(SLICE / 4 - 1);
    assertTrue(progress.starved(worker, SLICE));
  }

  @Test
  void whoWorkedIsNot() throws Exception {
    Thread worker = thread(() -> {});
    progress.look(worker, 0);
    used.addAndGet(SLICE / 4);
    assertFalse(progress.starved(worker, SLICE));
  }

  @Test
  void laterLooksChangeNothing() throws Exception {
    Thread worker = thread(() -> {});
    progress.look(worker, 0);
    used.addAndGet(SLICE / 2);
    progress.look(worker, SLICE - 1);
    assertFalse(progress.starved(worker, SLICE));
  }

  @Test
  void whoSleepsIsLate() throws Exception {
    Thread worker = thread(LockSupport::park);
    while (worker.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    progress.look(worker, 0);
    assertFalse(progress.starved(worker, SLICE));
    go.set(false);
    LockSupport.unpark(worker);
  }

  @Test
  void nobodyKnowsWithoutALookOrAClock() throws Exception {
    Thread worker = thread(() -> {});
    assertFalse(progress.starved(worker, SLICE));
    assertFalse(progress.starved(null, SLICE));
    Progress blind = new Progress(thread -> -1);
    blind.look(worker, 0);
    assertFalse(blind.starved(worker, SLICE));
  }

  private Thread thread(Runnable step) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              begun.countDown();
              while (go.get()) {
                step.run();
              }
            });
    thread.setDaemon(true);
    thread.start();
    begun.await();
    return thread;
  }
}
