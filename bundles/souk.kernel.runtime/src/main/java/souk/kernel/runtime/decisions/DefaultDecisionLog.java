package souk.kernel.runtime.decisions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.LogCut;
import souk.model.DecisionId;

/**
 * The decision log in the folder {@code decisions} of the platform's state. What is appended
 * durably is kept for ever; what is appended soon, the quotes, as long as the configuration says.
 */
@Component(configurationPid = "souk.kernel.decisions")
@Designate(ocd = DecisionLogConfig.class)
public final class DefaultDecisionLog implements DecisionLog {
  private static final String STATE = "souk.data";

  /** A body of so many characters fits however they are escaped. */
  private static final int SURELY_FITS = 1 << 20;

  /** Longer than a backup takes. */
  private static final Duration COPYING = Duration.ofHours(1);

  private final DecisionJson json = new DecisionJson();
  private final LogFiles files;
  private final LogWriter writer;
  private final LogSearch search;

  @Activate
  public DefaultDecisionLog(BundleContext context, DecisionLogConfig config) throws IOException {
    this(
        Path.of(state(context), "decisions"),
        config.segmentBytes(),
        config.forceMillis(),
        new Retention(
            Math.multiplyExact(config.keepQuotesMegabytes(), 1L << 20),
            Duration.ofDays(config.keepQuotesDays()).toMillis()),
        Clock.systemUTC());
  }

  /** Keeps all. */
  DefaultDecisionLog(Path path, long segmentBytes, long forceMillis, Clock clock)
      throws IOException {
    this(path, segmentBytes, forceMillis, Retention.NONE, clock);
  }

  DefaultDecisionLog(
      Path path, long segmentBytes, long forceMillis, Retention retention, Clock clock)
      throws IOException {
    files = new LogFiles(path, segmentBytes, retention, json, clock);
    writer = new LogWriter(files, forceMillis);
    search = new LogSearch(files, json);
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
    return files.ids().next();
  }

  @Override
  public void append(Decision decision) {
    writer.append(fitting(decision));
  }

  @Override
  public void appendDurable(Decision decision) {
    writer.appendDurable(fitting(decision));
  }

  @Override
  public Optional<Decision> find(DecisionId id) {
    writer.flush();
    return search.find(id);
  }

  @Override
  public List<Decision> latest(String kind, int limit) {
    writer.flush();
    return search.latest(kind, limit);
  }

  @Override
  public LogCut cut() {
    // Held before the writer has passed by, so that it removes nothing that is named here.
    files.hold(COPYING);
    writer.flush();
    List<LogCut.Part> parts = new ArrayList<>();
    long records = 0;
    byte[] chain = new byte[RecordFormat.HASH];
    for (SegmentFolder.View view : List.of(files.durable(), files.passing())) {
      for (Segment segment : view.finished()) {
        parts.add(new LogCut.Part(segment.file(), segment.bytes()));
      }
      parts.add(new LogCut.Part(view.active(), view.activeBytes()));
      records += view.records();
      chain = RecordFormat.hashAfter(chain, view.hash().getBytes(StandardCharsets.US_ASCII));
    }
    return new LogCut(parts, records, HexFormat.of().formatHex(chain));
  }

  @Override
  public Optional<String> trouble() {
    return writer.trouble();
  }

  /** The decision, if the log takes one of its size. */
  private Decision fitting(Decision decision) {
    if (decision.bodyJson().length() > SURELY_FITS) {
      Length length = new Length();
      json.write(decision, length);
      if (length.bytes > RecordFormat.MAX_PAYLOAD) {
        throw new IllegalArgumentException(
            "Decision %s of kind %s has %d bytes; the log takes at most %d.%nMaybe the body should only name a document."
                .formatted(decision.id(), decision.kind(), length.bytes, RecordFormat.MAX_PAYLOAD));
      }
    }
    return decision;
  }

  /** Counts what is written to it. */
  private static final class Length extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }
}
