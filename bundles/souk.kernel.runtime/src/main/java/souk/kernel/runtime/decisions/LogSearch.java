package souk.kernel.runtime.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import souk.kernel.api.Decision;
import souk.model.DecisionId;

/** Reads what was written so far. Safe for use by many threads. */
final class LogSearch {
  private static final long CLOCK_TOLERANCE_MILLIS = Duration.ofHours(1).toMillis();

  private final LogFiles files;
  private final DecisionJson json;

  LogSearch(LogFiles files, DecisionJson json) {
    this.files = files;
    this.json = json;
  }

  Optional<Decision> find(DecisionId id) {
    OptionalLong madeMillis = DecisionIds.millisOf(id);
    List<byte[]> found = new ArrayList<>(1);
    SegmentScan.Visitor search =
        payload -> {
          if (json.head(payload).id().equals(id.value())) {
            found.add(payload);
          }
          return found.isEmpty();
        };
    try {
      for (SegmentFolder.View view : List.of(files.passing(), files.durable())) {
        scan(view.active(), view.activeBytes(), search);
        Iterator<Segment> segments = view.finished().iterator();
        while (found.isEmpty() && segments.hasNext()) {
          Segment segment = segments.next();
          if (madeMillis.isEmpty()
              || segment.lastMillis() >= madeMillis.getAsLong() - CLOCK_TOLERANCE_MILLIS) {
            scan(segment.file(), segment.bytes(), search);
          }
        }
        if (!found.isEmpty()) {
          return Optional.of(json.read(found.get(0)));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The decision log could not be read for " + id + ".", e);
    }
  }

  /** What passes comes first: a kind that is in both series was durable only in older versions. */
  List<Decision> latest(String kind, int limit) {
    List<Decision> newest = new ArrayList<>();
    try {
      for (SegmentFolder.View view : List.of(files.passing(), files.durable())) {
        if (newest.size() >= limit) {
          break;
        }
        Deque<byte[]> last = new ArrayDeque<>();
        scan(view.active(), view.activeBytes(), keeping(last, kind, limit - newest.size()));
        addNewestFirst(last, newest);
        List<Segment> finished = view.finished();
        for (int i = finished.size() - 1; i >= 0 && newest.size() < limit; i--) {
          Segment segment = finished.get(i);
          if (segment.kinds().contains(kind)) {
            scan(segment.file(), segment.bytes(), keeping(last, kind, limit - newest.size()));
            addNewestFirst(last, newest);
          }
        }
      }
      return newest;
    } catch (IOException e) {
      throw new UncheckedIOException("The decision log could not be read for " + kind + ".", e);
    }
  }

  /** Reads a segment; one that was removed meanwhile holds nothing. */
  private static void scan(Path file, long bytes, SegmentScan.Visitor visitor) throws IOException {
    try {
      SegmentScan.scan(file, bytes, visitor);
    } catch (NoSuchFileException gone) {
      if (!file.getFileName().toString().startsWith(LogFiles.PASSING)) {
        throw gone;
      }
    }
  }

  private SegmentScan.Visitor keeping(Deque<byte[]> last, String kind, int limit) {
    return payload -> {
      if (json.head(payload).kind().equals(kind)) {
        last.addLast(payload);
        if (last.size() > limit) {
          last.removeFirst();
        }
      }
      return true;
    };
  }

  private void addNewestFirst(Deque<byte[]> last, List<Decision> newest) throws IOException {
    while (!last.isEmpty()) {
      newest.add(json.read(last.removeLast()));
    }
  }
}
