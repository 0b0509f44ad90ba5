package souk.data.store;

import java.util.concurrent.locks.ReentrantLock;

/** Writers of one store wait until it is closed, by the thread that opened it. */
final class Hold implements AutoCloseable {
  private final ReentrantLock writers;
  private boolean open = true;

  Hold(ReentrantLock writers) {
    this.writers = writers;
    writers.lock();
  }

  /** Lets the writers go on; a second call does nothing. */
  @Override
  public void close() {
    if (open) {
      open = false;
      writers.unlock();
    }
  }
}
