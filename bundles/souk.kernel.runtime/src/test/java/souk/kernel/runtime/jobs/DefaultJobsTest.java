package souk.kernel.runtime.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import souk.kernel.api.Actor;
import souk.kernel.api.JobStatus;

@Timeout(30)
class DefaultJobsTest {
  private final DefaultJobs jobs = new DefaultJobs(Clock.systemUTC());

  @AfterEach
  void stop() {
    jobs.deactivate();
  }

  @Test
  void aJobReportsProgressAndEndsWithItsResult() throws Exception {
    CountDownLatch half = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    JobStatus job =
        jobs.submit(
            "load",
            Actor.system(),
            progress -> {
              Thread.sleep(20);
              progress.report(50, 100, "half way");
              half.countDown();
              go.await();
              return "{\"rows\":100}";
            });
    half.await();
    JobStatus running = jobs.find(job.id()).orElseThrow();
    assertEquals(JobStatus.State.RUNNING, running.state());
    assertEquals(50, running.percent());
    assertTrue(running.rate() > 0);
    assertTrue(running.remainingMillis().orElseThrow() > 0);
    go.countDown();
    JobStatus done = ended(job);
    assertEquals(JobStatus.State.DONE, done.state());
    assertEquals("{\"rows\":100}", done.resultJson().orElseThrow());
    assertEquals(100, done.percent());
  }

  @Test
  void oneJobOfAKindAtATimeInTheOrderOfAsking() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> order = new ArrayList<>();
    List<JobStatus> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int number = i;
      all.add(
          jobs.submit(
              "forecast",
              Actor.system(),
              progress -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                order.add(number);
                Thread.sleep(5);
                running.decrementAndGet();
                return "{}";
              }));
    }
    for (JobStatus job : all) {
      assertEquals(JobStatus.State.DONE, ended(job).state());
    }
    assertEquals(1, most.get());
    assertEquals(List.of(0, 1, 2, 3, 4, 5), order);
  }

  @Test
  void aFailedJobSaysWhyAndDoesNotBlockItsKind() throws Exception {
    JobStatus bad =
        jobs.submit(
            "load",
            Actor.system(),
            progress -> {
              throw new IllegalStateException("row 7 has no price");
            });
    JobStatus worse =
        jobs.submit(
            "load",
            Actor.system(),
            progress -> {
              throw new NoClassDefFoundError("org/Gone");
            });
    JobStatus good = jobs.submit("load", Actor.system(), progress -> "{}");
    assertEquals("row 7 has no price", ended(bad).error().orElseThrow());
    assertEquals(JobStatus.State.FAILED, ended(worse).state());
    assertEquals(JobStatus.State.DONE, ended(good).state());
  }

  @Test
  void cancelReachesRunningAndWaitingJobs() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    JobStatus running =
        jobs.submit(
            "plan",
            Actor.system(),
            progress -> {
              started.countDown();
              while (true) {
                progress.throwIfCancelled();
                Thread.sleep(1);
              }
            });
    JobStatus waiting = jobs.submit("plan", Actor.system(), progress -> "{}");
    started.await();
    assertTrue(jobs.cancel(waiting.id()));
    assertTrue(jobs.cancel(running.id()));
    assertEquals(JobStatus.State.CANCELLED, ended(running).state());
    assertEquals(JobStatus.State.CANCELLED, ended(waiting).state());
    assertFalse(jobs.cancel(running.id()));
    assertFalse(jobs.cancel("unknown"));
  }

  @Test
  void nestedParallelRunsEndAndKeepTheirOrder() throws Exception {
    List<Callable<Integer>> outer = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int base = i * 100;
      outer.add(
          () -> {
            List<Callable<Integer>> inner = new ArrayList<>();
            for (int k = 0; k < 8; k++) {
              int value = base + k;
              inner.add(() -> value);
            }
            return jobs.parallel(inner).stream().mapToInt(Integer::intValue).sum();
          });
    }
    List<Integer> sums = jobs.parallel(outer);
    for (int i = 0; i < 8; i++) {
      assertEquals(i * 800 + 28, sums.get(i));
    }
    assertEquals(List.of(), jobs.parallel(List.of()));
  }

  @Test
  void whoAsksFromBehindGetsAThreadLikeAllOthers() throws Exception {
    ThreadGroup behind = new ThreadGroup("behind");
    behind.setMaxPriority(2);
    AtomicReference<JobStatus> job = new AtomicReference<>();
    AtomicInteger priority = new AtomicInteger();
    Thread asking =
        new Thread(
            behind,
            () ->
                job.set(
                    jobs.submit(
                        "load",
                        Actor.system(),
                        progress -> {
                          priority.set(Thread.currentThread().getPriority());
                          return "";
                        })));
    asking.start();
    asking.join();
    assertEquals(2, asking.getPriority());
    assertEquals(JobStatus.State.DONE, ended(job.get()).state());
    assertEquals(Thread.NORM_PRIORITY, priority.get());
  }

  @Test
  void theFirstFailureIsThrownAfterAllHaveEnded() {
    AtomicInteger ran = new AtomicInteger();
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int number = i;
      tasks.add(
          () -> {
            ran.incrementAndGet();
            if (number == 3 || number == 7) {
              throw new IllegalArgumentException("task " + number);
            }
            return number;
          });
    }
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> jobs.parallel(tasks));
    assertEquals("task 3", e.getMessage());
    assertEquals(10, ran.get());
  }

  @Test
  void onlyTheLastTwoHundredEndedJobsAreKept() throws Exception {
    JobStatus last = null;
    for (int i = 0; i < 230; i++) {
      last = jobs.submit("kind" + i, Actor.system(), progress -> "{}");
      ended(last);
    }
    assertTrue(jobs.list().size() <= 201, "kept " + jobs.list().size());
    assertEquals(last.id(), jobs.list().get(0).id());
  }

  private JobStatus ended(JobStatus job) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end) {
      JobStatus now = jobs.find(job.id()).orElseThrow();
      if (now.endedAt().isPresent()) {
        return now;
      }
      Thread.sleep(1);
    }
    throw new AssertionError("Job " + job.id() + " did not end.");
  }
}
