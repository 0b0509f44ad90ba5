package souk.kernel.deploy;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread behind those who serve. Threads that its work starts have its priority too, so a whole
 * installation runs there while whoever asked for it waits.
 */
final class Background implements AutoCloseable {
  private final ScheduledThreadPoolExecutor executor;

  Background(String name, int priority) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(null, work, name, 0, false);
              thread.setDaemon(true);
              thread.setPriority(priority);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
  }

  /** Waits for the work; what it throws is thrown here. */
  <T> T run(Callable<T> work) throws Exception {
    Future<T> future = executor.submit(work);
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    } catch (CancellationException e) {
      throw new IllegalStateException("The drop folder is closing.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  void later(Runnable work, long millis) {
    ScheduledFuture<?> unused = executor.schedule(work, millis, TimeUnit.MILLISECONDS);
  }

  /** Ends what runs and lets those go who wait for what did not begin. */
  @Override
  public void close() {
    for (Runnable waiting : executor.shutdownNow()) {
      if (waiting instanceof Future<?> future) {
        future.cancel(false);
      }
    }
  }
}
