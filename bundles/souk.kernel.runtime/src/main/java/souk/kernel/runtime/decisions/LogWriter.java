package souk.kernel.runtime.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Decision;

/**
 * The one thread that writes. It takes what has queued up, writes it in one go, and forces it to
 * stable storage once for all who wait, or after a while for those who do not. Nobody wakes it for
 * an entry that nobody waits for: it looks often enough.
 */
final class LogWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

  /** Entries that may wait; beyond it they are dropped, unless somebody waits for them. */
  private static final int QUEUE = 16_384;

  private static final int BATCH = 1_024;

  /** Characters of bodies that are written in one go. */
  private static final int BATCH_CHARS = 1 << 20;

  /** Longest wait of an entry before it is written, while entries come. */
  private static final long BUSY_MILLIS = 10;

  /** The same after a pause. */
  private static final long IDLE_MILLIS = 100;

  private static final long CLOSE_MILLIS = 10_000;

  /**
   * An entry.
   *
   * @param decision null asks only for the entries before it
   * @param done null if nobody waits
   */
  private record Entry(@Nullable Decision decision, @Nullable CompletableFuture<Void> done) {
    private boolean durable() {
      return decision != null && done != null;
    }

    private void complete(@Nullable Exception problem) {
      if (done == null) {
        return;
      }
      if (problem == null) {
        done.complete(null);
      } else {
        done.completeExceptionally(problem);
      }
    }
  }

  private final LogFiles files;
  private final long forceMillis;
  private final Queue<Entry> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Semaphore wake = new Semaphore(0);
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean ended;
  private volatile @Nullable String trouble;
  private boolean dirty;
  private long forcedNanos = System.nanoTime();

  LogWriter(LogFiles files, long forceMillis) {
    this.files = files;
    this.forceMillis = forceMillis;
    this.thread = new Thread(null, this::run, "souk-decision-log", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(LogWriter.class.getClassLoader());
    thread.start();
  }

  /** Queues an entry; one that finds the queue full is dropped and counted. */
  void append(Decision decision) {
    if (closed || waiting.get() >= QUEUE) {
      drop();
      return;
    }
    queue.add(new Entry(decision, null));
    if (waiting.incrementAndGet() == QUEUE / 2) {
      wake.release();
    }
  }

  private void drop() {
    long lost = dropped.incrementAndGet();
    if (Long.bitCount(lost) == 1) {
      LOG.error("The decision log lost {} entries: it is closed or its disk is too slow.", lost);
    }
  }

  /**
   * @throws UncheckedIOException if the entry is not on stable storage
   */
  void appendDurable(Decision decision) {
    Optional<IOException> problem =
        queued(decision)
            .handle(
                (nothing, thrown) ->
                    Optional.ofNullable(thrown)
                        .map(t -> new IOException("A decision could not be made durable.", t)))
            .join();
    if (problem.isPresent()) {
      throw new UncheckedIOException(problem.get());
    }
  }

  /** Waits until everything queued so far is written, or could not be. */
  void flush() {
    queued(null).handle((nothing, thrown) -> thrown == null).join();
  }

  private CompletableFuture<Void> queued(@Nullable Decision decision) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    boolean late = closed;
    if (!late) {
      queue.add(new Entry(decision, done));
      waiting.incrementAndGet();
      wake.release();
    }
    if (late || ended) {
      done.completeExceptionally(new IOException("The decision log is closed."));
    }
    return done;
  }

  Optional<String> trouble() {
    String now = trouble;
    if (now != null) {
      return Optional.of(now);
    }
    long lost = dropped.get();
    return lost == 0 ? Optional.empty() : Optional.of(lost + " entries were lost.");
  }

  @Override
  public void close() {
    closed = true;
    wake.release();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<Entry> batch = new ArrayList<>();
    boolean busy = false;
    try {
      while (!closed || !queue.isEmpty()) {
        pause(busy ? BUSY_MILLIS : IDLE_MILLIS);
        busy = false;
        do {
          take(batch);
          write(batch);
          busy |= !batch.isEmpty();
          batch.clear();
        } while (!queue.isEmpty());
      }
    } finally {
      end();
    }
  }

  private void pause(long millis) {
    try {
      if (!closed && wake.tryAcquire(Math.min(forceMillis, millis), TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      LOG.debug("The decision log's thread does not stop by interruption.", e);
    }
  }

  private void take(List<Entry> batch) {
    int chars = 0;
    while (batch.size() < BATCH && chars < BATCH_CHARS) {
      Entry entry = queue.poll();
      if (entry == null) {
        break;
      }
      batch.add(entry);
      Decision decision = entry.decision();
      chars += decision == null ? 0 : decision.bodyJson().length();
    }
    waiting.addAndGet(-batch.size());
  }

  private void write(List<Entry> batch) {
    List<Decision> kept = new ArrayList<>();
    List<Decision> passing = new ArrayList<>(batch.size());
    for (Entry entry : batch) {
      Decision decision = entry.decision();
      if (decision != null) {
        (entry.durable() ? kept : passing).add(decision);
      }
    }
    Exception notKept = attempt(() -> files.keep(kept));
    batch.stream().filter(Entry::durable).forEach(entry -> entry.complete(notKept));
    dirty |= !passing.isEmpty();
    boolean force = dirty && sinceForcedMillis() >= forceMillis - IDLE_MILLIS;
    Exception notPassed = attempt(() -> files.pass(passing, force));
    batch.stream().filter(entry -> !entry.durable()).forEach(entry -> entry.complete(null));
    if (notPassed != null) {
      dropped.addAndGet(passing.size());
    } else if (force) {
      dirty = false;
      forcedNanos = System.nanoTime();
    }
    Exception notTidy = attempt(files::tidy);
    Exception problem = notKept != null ? notKept : notPassed != null ? notPassed : notTidy;
    if (problem != null) {
      trouble = "Entries cannot be written: " + problem.getMessage();
    } else if (!batch.isEmpty()) {
      trouble = null;
    }
  }

  private long sinceForcedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - forcedNanos);
  }

  /** One step that may fail. */
  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }

  private static @Nullable Exception attempt(Step step) {
    try {
      step.take();
      return null;
    } catch (IOException | RuntimeException failed) {
      LOG.error("The decision log could not be written.", failed);
      return failed;
    }
  }

  /** Whoever still waits is told; whoever comes later sees that it has ended. */
  private void end() {
    try {
      files.close();
    } catch (IOException e) {
      LOG.error("The decision log could not be closed.", e);
    }
    ended = true;
    IOException gone = new IOException("The decision log is closed.");
    for (Entry entry = queue.poll(); entry != null; entry = queue.poll()) {
      entry.complete(gone);
      if (entry.done() == null) {
        drop();
      }
    }
  }
}
