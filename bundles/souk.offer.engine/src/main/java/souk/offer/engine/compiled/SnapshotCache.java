package souk.offer.engine.compiled;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.Snapshot;

/**
 * Keeps the compiled form of the snapshot in force. The thread that first sees a new snapshot
 * compiles it; threads that come meanwhile go on with the one before, so that nobody waits. Safe
 * for use by many threads.
 */
public final class SnapshotCache {
  private final ReentrantLock compiling = new ReentrantLock();
  private volatile @Nullable CompiledSnapshot compiled;

  /** The compiled form of a snapshot, or of the one before while it is being compiled. */
  public CompiledSnapshot of(Snapshot current) {
    CompiledSnapshot known = compiled;
    if (known != null && known.snapshot() == current) {
      return known;
    }
    if (known == null) {
      compiling.lock();
    } else if (!compiling.tryLock()) {
      return known;
    }
    try {
      known = compiled;
      if (known == null || known.snapshot() != current) {
        known = CompiledSnapshot.of(current);
        compiled = known;
      }
      return known;
    } finally {
      compiling.unlock();
    }
  }
}
