package souk.kernel.runtime.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes what has queued up, writes it in one go, and forces it to
 * stable storage once for all who wait, or after a while for those who do not.
 */
final class LogWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
  private static final int QUEUE = 16_384;
  private static final int BATCH = 1_024;
  private static final long CLOSE_MILLIS = 10_000;

  private record Entry(byte[] payload, @Nullable CompletableFuture<Void> durable) {}

  private final SegmentFolder folder;
  private final long forceMillis;
  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable String trouble;
  private boolean dirty;
  private long forcedNanos = System.nanoTime();

  LogWriter(SegmentFolder folder, long forceMillis) {
    this.folder = folder;
    this.forceMillis = forceMillis;
    this.thread = new Thread(null, this::run, "souk-decision-log", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(LogWriter.class.getClassLoader());
    thread.start();
  }

  /** Queues an entry; one that finds the queue full is dropped and counted. */
  void append(byte[] payload) {
    if (closed || !queue.offer(new Entry(payload, null))) {
      long lost = dropped.incrementAndGet();
      if (Long.bitCount(lost) == 1) {
        LOG.error("The decision log lost {} entries: it is closed or its disk is too slow.", lost);
      }
    }
  }

  /**
   * @throws UncheckedIOException if the entry is not on stable storage
   */
  void appendDurable(byte[] payload) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Entry entry = new Entry(payload, done);
    boolean queued = false;
    boolean interrupted = false;
    while (!queued && !closed) {
      try {
        queued = queue.offer(entry, 100, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!queued) {
      throw new UncheckedIOException(new IOException("The decision log is closed."));
    }
    Optional<IOException> problem =
        done.handle(
                (nothing, thrown) ->
                    Optional.ofNullable(thrown)
                        .map(t -> new IOException("A decision could not be made durable.", t)))
            .join();
    if (problem.isPresent()) {
      throw new UncheckedIOException(problem.get());
    }
  }

  Optional<String> trouble() {
    String now = trouble;
    if (now != null) {
      return Optional.of(now);
    }
    long lost = dropped.get();
    return lost == 0 ? Optional.empty() : Optional.of(lost + " entries were lost.");
  }

  /** Waits until everything queued so far is written. */
  void flush() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    while (!closed && !queue.offer(new Entry(new byte[0], done))) {
      Thread.onSpinWait();
    }
    if (!closed) {
      done.join();
    }
  }

  @Override
  public void close() {
    closed = true;
    queue.offer(new Entry(new byte[0], null));
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<Entry> batch = new ArrayList<>();
    while (!closed || !queue.isEmpty()) {
      try {
        Entry first = queue.poll(Math.min(forceMillis, 100), TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
        }
      } catch (InterruptedException e) {
        LOG.debug("The decision log's thread does not stop by interruption.", e);
      }
      write(batch);
      batch.clear();
    }
    try {
      folder.close();
    } catch (IOException e) {
      LOG.error("The decision log could not be closed.", e);
    }
  }

  private void write(List<Entry> batch) {
    List<byte[]> payloads = new ArrayList<>(batch.size());
    boolean wanted = false;
    for (Entry entry : batch) {
      if (entry.payload().length > 0) {
        payloads.add(entry.payload());
      }
      wanted |= entry.durable() != null;
    }
    long sinceMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - forcedNanos);
    boolean force = wanted || (sinceMillis >= forceMillis && (dirty || !payloads.isEmpty()));
    try {
      if (!payloads.isEmpty()) {
        folder.append(payloads, force);
        dirty = true;
      } else if (force) {
        folder.force();
      }
      if (force) {
        dirty = false;
        forcedNanos = System.nanoTime();
      }
      trouble = null;
      complete(batch, null);
    } catch (IOException | RuntimeException e) {
      trouble = "Entries cannot be written: " + e.getMessage();
      LOG.error("The decision log could not be written.", e);
      complete(batch, e);
    }
  }

  private void complete(List<Entry> batch, @Nullable Exception problem) {
    for (Entry entry : batch) {
      CompletableFuture<Void> waiting = entry.durable();
      if (waiting == null) {
        if (problem != null) {
          dropped.incrementAndGet();
        }
      } else if (problem == null) {
        waiting.complete(null);
      } else {
        waiting.completeExceptionally(problem);
      }
    }
  }
}
