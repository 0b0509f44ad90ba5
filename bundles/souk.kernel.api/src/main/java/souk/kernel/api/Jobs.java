package souk.kernel.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs long work in the kernel's executors with progress and cancellation. Safe for use by many
 * threads.
 */
@ProviderType
public interface Jobs {
  /**
   * Queues work and returns at once.
   *
   * @param kind at most one job of a kind runs at a time; others wait
   * @throws java.util.concurrent.RejectedExecutionException if too many jobs wait
   */
  JobStatus submit(String kind, Actor actor, JobWork work);

  Optional<JobStatus> find(String id);

  /** Newest first. */
  List<JobStatus> list();

  /** Asks a job to stop; false if it is unknown or has ended. */
  boolean cancel(String id);

  /**
   * Runs tasks on the kernel's workers and returns their results in order; the first failure is
   * thrown after all have ended. May be called from within a job.
   */
  <T> List<T> parallel(List<? extends Callable<T>> tasks) throws Exception;
}
