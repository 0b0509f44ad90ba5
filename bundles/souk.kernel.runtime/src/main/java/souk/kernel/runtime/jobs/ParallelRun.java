package souk.kernel.runtime.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tasks shared by the asking thread and any helpers that happen to be free. The asking thread works
 * too, so runs may be nested without waiting for each other.
 */
final class ParallelRun<T> {
  private final List<? extends Callable<T>> tasks;
  private final BooleanSupplier cancelled;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReferenceArray<@Nullable T> results;
  private final AtomicReferenceArray<@Nullable Throwable> failures;
  private final CountDownLatch left;

  ParallelRun(List<? extends Callable<T>> tasks, BooleanSupplier cancelled) {
    this.tasks = tasks;
    this.cancelled = cancelled;
    this.results = new AtomicReferenceArray<>(tasks.size());
    this.failures = new AtomicReferenceArray<>(tasks.size());
    this.left = new CountDownLatch(tasks.size());
  }

  /** Works on tasks until none is unclaimed. */
  void help() {
    int index;
    while ((index = next.getAndIncrement()) < tasks.size()) {
      try {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("The work was cancelled.");
        }
        results.set(index, tasks.get(index).call());
      } catch (Exception | Error e) {
        failures.set(index, e);
      } finally {
        left.countDown();
      }
    }
  }

  /** Waits for all tasks; throws the failure of the first that failed. */
  List<T> results() throws Exception {
    left.await();
    for (int i = 0; i < tasks.size(); i++) {
      Throwable failure = failures.get(i);
      if (failure instanceof Exception exception) {
        throw exception;
      }
      if (failure instanceof Error error) {
        throw new ExecutionException("Task " + i + " of " + tasks.size() + " failed.", error);
      }
    }
    List<T> list = new ArrayList<>(tasks.size());
    for (int i = 0; i < tasks.size(); i++) {
      T result = results.get(i);
      if (result == null) {
        throw new NullPointerException("Task " + i + " of " + tasks.size() + " returned null.");
      }
      list.add(result);
    }
    return list;
  }
}
