package souk.kernel.runtime.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.LogCut;
import souk.model.DecisionId;

/** The decision log in the folder {@code decisions} of the platform's state. */
@Component(configurationPid = "souk.kernel.decisions")
@Designate(ocd = DecisionLogConfig.class)
public final class DefaultDecisionLog implements DecisionLog {
  private static final String STATE = "souk.data";
  private static final long CLOCK_TOLERANCE_MILLIS = Duration.ofHours(1).toMillis();

  private final DecisionJson json = new DecisionJson();
  private final DecisionIds ids;
  private final SegmentFolder folder;
  private final LogWriter writer;

  @Activate
  public DefaultDecisionLog(BundleContext context, DecisionLogConfig config) throws IOException {
    this(
        Path.of(state(context), "decisions"),
        config.segmentBytes(),
        config.forceMillis(),
        Clock.systemUTC());
  }

  DefaultDecisionLog(Path path, long segmentBytes, long forceMillis, Clock clock)
      throws IOException {
    ids = new DecisionIds(clock);
    folder = new SegmentFolder(path, segmentBytes, json);
    writer = new LogWriter(folder, forceMillis);
  }

  /** The log in a folder without a platform, for tools; to be closed. */
  public static DefaultDecisionLog openIn(Path folder) throws IOException {
    return new DefaultDecisionLog(folder, 16L << 20, 500, Clock.systemUTC());
  }

  private static String state(BundleContext context) {
    String state = context.getProperty(STATE);
    return state == null ? "data" : state;
  }

  @Deactivate
  public void close() {
    writer.close();
  }

  @Override
  public DecisionId newId() {
    return ids.next();
  }

  @Override
  public void append(Decision decision) {
    writer.append(payload(decision));
  }

  @Override
  public void appendDurable(Decision decision) {
    writer.appendDurable(payload(decision));
  }

  @Override
  public Optional<Decision> find(DecisionId id) {
    writer.flush();
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
      SegmentFolder.View view = folder.view();
      SegmentScan.scan(view.active(), view.activeBytes(), search);
      Iterator<Segment> segments = view.finished().iterator();
      while (found.isEmpty() && segments.hasNext()) {
        Segment segment = segments.next();
        if (madeMillis.isEmpty()
            || segment.lastMillis() >= madeMillis.getAsLong() - CLOCK_TOLERANCE_MILLIS) {
          SegmentScan.scan(segment.file(), Long.MAX_VALUE, search);
        }
      }
      return found.isEmpty() ? Optional.empty() : Optional.of(json.read(found.get(0)));
    } catch (IOException e) {
      throw new UncheckedIOException("The decision log could not be read for " + id + ".", e);
    }
  }

  @Override
  public List<Decision> latest(String kind, int limit) {
    writer.flush();
    List<Decision> newest = new ArrayList<>();
    try {
      SegmentFolder.View view = folder.view();
      List<Segment> finished = view.finished();
      Deque<byte[]> last = new ArrayDeque<>();
      SegmentScan.scan(view.active(), view.activeBytes(), keeping(last, kind, limit));
      addNewestFirst(last, newest);
      for (int i = finished.size() - 1; i >= 0 && newest.size() < limit; i--) {
        if (finished.get(i).kinds().contains(kind)) {
          SegmentScan.scan(
              finished.get(i).file(), Long.MAX_VALUE, keeping(last, kind, limit - newest.size()));
          addNewestFirst(last, newest);
        }
      }
      return newest;
    } catch (IOException e) {
      throw new UncheckedIOException("The decision log could not be read for " + kind + ".", e);
    }
  }

  @Override
  public LogCut cut() {
    writer.flush();
    SegmentFolder.View view = folder.view();
    List<LogCut.Part> parts = new ArrayList<>();
    try {
      for (Segment segment : view.finished()) {
        parts.add(new LogCut.Part(segment.file(), Files.size(segment.file())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The decision log could not be read for a backup.", e);
    }
    parts.add(new LogCut.Part(view.active(), view.activeBytes()));
    return new LogCut(parts, view.records(), view.hash());
  }

  @Override
  public Optional<String> trouble() {
    return writer.trouble();
  }

  private byte[] payload(Decision decision) {
    byte[] payload = json.write(decision);
    if (payload.length > RecordFormat.MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          "Decision %s of kind %s has %d bytes; the log takes at most %d.%nMaybe the body should only name a document."
              .formatted(decision.id(), decision.kind(), payload.length, RecordFormat.MAX_PAYLOAD));
    }
    return payload;
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
