package souk.kernel.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BackgroundTest {
  private final Background background = new Background("behind", 2);

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void whatAnInstallationStartsIsBehindTooAndTheCallerIsNot() throws Exception {
    AtomicInteger started = new AtomicInteger();
    int own =
        background.run(
            () -> {
              Bounded.run("start", 10_000, () -> started.set(Thread.currentThread().getPriority()));
              return Thread.currentThread().getPriority();
            });
    assertEquals(2, own);
    assertEquals(2, started.get());
    assertEquals(Thread.NORM_PRIORITY, Thread.currentThread().getPriority());
  }

  @Test
  void whatIsThrownReachesTheCaller() {
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                background.run(
                    () -> {
                      throw new IOException("no such file");
                    }));
    assertEquals("no such file", thrown.getMessage());
  }

  @Test
  void whoWaitsWhenItClosesIsLetGo() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    background.later(
        () -> {
          busy.countDown();
          try {
            TimeUnit.SECONDS.sleep(60);
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
        },
        0);
    busy.await();
    FutureTask<String> caller = new FutureTask<>(() -> background.run(() -> "done"));
    Thread thread = new Thread(caller, "caller");
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    background.close();
    ExecutionException ended = assertThrows(ExecutionException.class, caller::get);
    assertInstanceOf(IllegalStateException.class, ended.getCause());
  }
}
