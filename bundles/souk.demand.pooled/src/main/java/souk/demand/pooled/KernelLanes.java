package souk.demand.pooled;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.numeric.lib.boost.Lanes;

/**
 * Lanes on the kernel's workers; between tasks it looks whether the work was cancelled.
 *
 * @param jobs whose workers help
 * @param progress is asked whether to stop
 */
record KernelLanes(Jobs jobs, Progress progress) implements Lanes {
  @Override
  public void forEach(int tasks, IntConsumer task) {
    progress.throwIfCancelled();
    List<Callable<Boolean>> calls = new ArrayList<>(tasks);
    for (int i = 0; i < tasks; i++) {
      int number = i;
      calls.add(
          () -> {
            task.accept(number);
            return true;
          });
    }
    try {
      jobs.parallel(calls);
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException stopped = new CancellationException("The forecast was interrupted.");
      stopped.initCause(e);
      throw stopped;
    } catch (Exception e) {
      throw new IllegalStateException("A worker failed: " + e.getMessage(), e);
    }
  }
}
