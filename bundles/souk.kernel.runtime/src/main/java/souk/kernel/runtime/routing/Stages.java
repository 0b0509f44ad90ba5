package souk.kernel.runtime.routing;

import org.jspecify.annotations.Nullable;

/** What a caller waits for while a worker is busy with a task for it. */
interface Stages {
  /**
   * What the caller waits for now; null while nothing can be late.
   *
   * @param takenNanos when a worker took the task up; 0 if none has yet
   */
  @Nullable Stage at(long takenNanos);

  /**
   * The time of a stage is up, or the caller was interrupted.
   *
   * @return false if the stage has ended after all and the wait goes on
   */
  boolean leave(IsolatedTask<?> task, Stage stage);

  /** The task is all that is waited for. */
  static Stages one(Patience patience) {
    Stage stage = new Stage(patience, 0);
    return new Stages() {
      @Override
      public Stage at(long takenNanos) {
        return stage;
      }

      @Override
      public boolean leave(IsolatedTask<?> task, Stage late) {
        return true;
      }
    };
  }
}
