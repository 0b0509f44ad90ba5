package souk.kernel.runtime.decisions;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Decision;
import souk.kernel.runtime.decisions.SegmentFolder.View;

/**
 * Two series of segments in one folder: what was appended durably, which is kept for ever, and what
 * passes, of which whole segments go as {@link Retention} says. That they went is itself a durable
 * entry, with the hash on which the chain goes on. One thread writes; any may read.
 */
final class LogFiles implements AutoCloseable {
  static final String DURABLE = "decisions-";
  static final String PASSING = "quotes-";

  /** Kind of the entries that say what was removed. */
  static final String REMOVAL = "log-removal";

  private static final Logger LOG = LoggerFactory.getLogger(LogFiles.class);

  /** A segment of few entries is finished after this time, so that it can become too old. */
  private static final long DAY = Duration.ofDays(1).toMillis();

  private static final long LOOK_MILLIS = Duration.ofMinutes(1).toMillis();

  private final SegmentFolder durable;
  private final SegmentFolder passing;
  private final Retention retention;
  private final long segmentBytes;
  private final DecisionIds ids;
  private final Clock clock;
  private final AtomicLong heldUntilMillis = new AtomicLong(Long.MIN_VALUE);
  private long lookedMillis = Long.MIN_VALUE;
  private View looked;

  LogFiles(Path path, long segmentBytes, Retention retention, DecisionJson json, Clock clock)
      throws IOException {
    this.durable = new SegmentFolder(path, DURABLE, segmentBytes, json, clock);
    this.passing = new SegmentFolder(path, PASSING, segmentBytes, json, clock);
    this.retention = retention;
    this.segmentBytes = segmentBytes;
    this.ids = new DecisionIds(clock);
    this.clock = clock;
    this.looked = passing.view();
  }

  DecisionIds ids() {
    return ids;
  }

  View durable() {
    return durable.view();
  }

  View passing() {
    return passing.view();
  }

  /** Nothing is removed for so long, because somebody copies the files. */
  void hold(Duration time) {
    heldUntilMillis.accumulateAndGet(clock.millis() + time.toMillis(), Math::max);
  }

  /** Returns when the entries are on stable storage. */
  void keep(List<Decision> decisions) throws IOException {
    if (!decisions.isEmpty()) {
      durable.append(decisions, true);
    }
  }

  /**
   * @param force whether everything that passed so far must be on stable storage
   */
  void pass(List<Decision> decisions, boolean force) throws IOException {
    if (!decisions.isEmpty()) {
      passing.finishOlderThan(clock.millis() - DAY);
      passing.append(decisions, force);
    } else if (force) {
      passing.force();
    }
  }

  /** Removes what is too much or too old; looks when a segment was finished and once a minute. */
  void tidy() throws IOException {
    long now = clock.millis();
    boolean due = now >= lookedMillis + LOOK_MILLIS || now < lookedMillis;
    boolean finished = !passing.view().active().equals(looked.active());
    if ((!due && !finished) || now < heldUntilMillis.get()) {
      return;
    }
    lookedMillis = now;
    passing.finishOlderThan(now - DAY);
    looked = passing.view();
    List<Segment> gone = retention.expired(looked.finished(), segmentBytes, now);
    if (gone.isEmpty()) {
      return;
    }
    SegmentFolder.Start next = passing.startAfter(gone);
    long bytes = gone.stream().mapToLong(Segment::bytes).sum();
    durable.append(List.of(removal(gone, bytes, next)), true);
    passing.remove(gone);
    looked = passing.view();
    LOG.info(
        "{} segments of the decision log with {} bytes were removed; its quotes begin with entry {} now.",
        gone.size(),
        bytes,
        next.number());
  }

  private Decision removal(List<Segment> gone, long bytes, SegmentFolder.Start next) {
    return Decision.builder(ids.next(), REMOVAL, clock.instant())
        .body(
            "{\"segments\":"
                + gone.size()
                + ",\"bytes\":"
                + bytes
                + ",\"firstEntry\":"
                + Segment.firstNumber(gone.get(0).file())
                + ",\"nextEntry\":"
                + next.number()
                + ",\"chain\":\""
                + next.hashBefore()
                + "\"}")
        .build();
  }

  @Override
  public void close() throws IOException {
    try (durable;
        passing) {
      LOG.debug("The decision log is closed.");
    }
  }
}
