package souk.kernel.runtime.routing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who got no processor is not late; who has one and does not answer is. */
class PatienceTest {
  private static final long BEGAN = 1_000_000_007L;
  private final CountDownLatch processor = new CountDownLatch(1);

  @AfterEach
  void everybodyRuns() {
    processor.countDown();
  }

  private static long millisAfterBegin(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos - BEGAN);
  }

  @Test
  void whoRunsHasItsOwnTimeAndWhoWaitsThreeQuartersOfAll() {
    Patience patience = Patience.of(BEGAN, 25, 50, false);
    assertEquals(25, millisAfterBegin(patience.untilEnd(BEGAN)));
    assertEquals(37, millisAfterBegin(patience.untilStart()));
  }

  @Test
  void whoStartsAtTheLastMomentHasALittleTimeToAnswer() {
    Patience patience = Patience.of(BEGAN, 25, 50, false);
    long late = BEGAN + MILLISECONDS.toNanos(37);
    assertEquals(42, millisAfterBegin(patience.untilEnd(late)));
  }

  @Test
  void whereNothingIsLeftOneMayStillStart() {
    Patience patience = Patience.of(BEGAN, 1, 2, false);
    assertEquals(10, millisAfterBegin(patience.untilStart()));
  }

  @Test
  void whatTheMachineLostIsGivenBackUpToThreeQuarters() {
    Patience patience = Patience.of(BEGAN, 25, 50, false);
    patience.woken(BEGAN, BEGAN + MILLISECONDS.toNanos(4));
    assertEquals(29, millisAfterBegin(patience.untilEnd(BEGAN)));
    patience.woken(BEGAN, BEGAN + 900_000);
    assertEquals(29, millisAfterBegin(patience.untilEnd(BEGAN)), "less than 1 ms is ordinary");
    patience.woken(BEGAN, BEGAN + MILLISECONDS.toNanos(9));
    assertEquals(37, millisAfterBegin(patience.untilEnd(BEGAN)));
    assertFalse(patience.excuses(BEGAN + MILLISECONDS.toNanos(38)), "no long standstill");
  }

  @Test
  void aLongStandstillIsExcusedOnce() {
    Patience patience = Patience.of(BEGAN, 25, 50, false);
    long woken = BEGAN + MILLISECONDS.toNanos(97);
    patience.woken(BEGAN + MILLISECONDS.toNanos(5), woken);
    assertEquals(37, millisAfterBegin(patience.untilEnd(BEGAN)));
    assertTrue(patience.excuses(woken));
    assertEquals(107, millisAfterBegin(patience.untilStart()));
    assertEquals(107, millisAfterBegin(patience.untilEnd(BEGAN)));
    assertFalse(patience.excuses(woken + MILLISECONDS.toNanos(10)));
  }

  @Test
  void whoHasProvenSoundMayWaitLongerForAProcessor() {
    Patience patience = Patience.of(BEGAN, 25, 50, true);
    assertEquals(37, millisAfterBegin(patience.untilStart()));
    assertTrue(patience.prolongs());
    assertEquals(87, millisAfterBegin(patience.untilStart()));
    assertFalse(patience.prolongs(), "once");
    assertFalse(Patience.of(BEGAN, 25, 50, false).prolongs());
    Patience nothingLeft = Patience.of(BEGAN, 1, 2, true);
    assertTrue(nothingLeft.prolongs());
    assertEquals(60, millisAfterBegin(nothingLeft.untilStart()));
  }

  @Test
  void whoHasProvenSoundIsGivenBackAllThatTheMachineLost() {
    Patience patience = Patience.of(BEGAN, 25, 50, true);
    patience.woken(BEGAN + MILLISECONDS.toNanos(5), BEGAN + MILLISECONDS.toNanos(205));
    assertEquals(225, millisAfterBegin(patience.untilEnd(BEGAN)));
    assertEquals(237, millisAfterBegin(patience.untilStart()));
    patience.woken(BEGAN + MILLISECONDS.toNanos(210), BEGAN + MILLISECONDS.toNanos(910));
    assertEquals(525, millisAfterBegin(patience.untilEnd(BEGAN)), "500 ms at most");
    assertEquals(537, millisAfterBegin(patience.untilStart()));
  }

  @Test
  void aWorkerThatGetsAProcessorAfterTheStrategysTimeStillAnswers() throws Exception {
    try (IsolatedPool pool = new IsolatedPool(1, 1, this::withoutProcessor)) {
      IsolatedTask<Integer> task = pool.start(() -> 7, 0);
      assertNotNull(task);
      Thread host =
          new Thread(
              () -> {
                pause(100);
                processor.countDown();
              });
      host.start();
      assertTrue(task.await(Patience.of(System.nanoTime(), 20, 20_000, false)));
      assertEquals(7, task.value());
      host.join();
    }
  }

  @Test
  void aWorkerThatRunsIsLeftAfterTheStrategysTime() throws Exception {
    try (IsolatedPool pool = new IsolatedPool(1, 1)) {
      IsolatedTask<Integer> task =
          pool.start(
              () -> {
                processor.await();
                return 7;
              },
              0);
      assertNotNull(task);
      long began = System.nanoTime();
      assertFalse(task.await(Patience.of(began, 20, 60_000, false)));
      assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(40));
      assertTrue(task.abandon(() -> {}));
      assertTrue(task.started());
    }
  }

  private IsolatedThread withoutProcessor(Runnable work, String name) {
    return new IsolatedThread(
        Thread.currentThread().getThreadGroup(),
        () -> {
          try {
            processor.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          work.run();
        },
        name);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
