package souk.kernel.runtime.routing;

/** Tells whether the job that a thread works for was asked to stop. */
@FunctionalInterface
public interface CancelledThreads {
  boolean cancelled(Thread thread);
}
