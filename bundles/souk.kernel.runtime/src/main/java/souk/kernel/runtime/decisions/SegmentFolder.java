package souk.kernel.runtime.decisions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Decision;
import souk.model.DecisionId;

/**
 * A series of segments. One thread writes; any may read what was written. What does not belong to a
 * whole record at the end of the last segment is put aside at the start, never lost.
 */
final class SegmentFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentFolder.class);

  /**
   * What may be read at one moment.
   *
   * @param finished segments that will not change any more, oldest first
   * @param active the segment being written
   * @param activeBytes bytes of it that hold whole records
   * @param records records in all of them
   * @param hash hash after the last record, hexadecimal
   */
  record View(List<Segment> finished, Path active, long activeBytes, long records, String hash) {}

  /**
   * Where a segment begins.
   *
   * @param number of its first record
   * @param hashBefore hash before it, hexadecimal
   */
  record Start(long number, String hashBefore) {}

  private final Path folder;
  private final String prefix;
  private final Clock clock;
  private final long segmentBytes;
  private final DecisionJson json;
  private final RecordBatch batch;
  private final Set<String> kinds = new TreeSet<>();
  private FileChannel channel;
  private Path active;
  private long activeBytes;
  private volatile View view;
  private byte[] hash;
  private long nextNumber;
  private long oldestNumber;

  /** When the first record of the segment being written came. */
  private long activeFromMillis;

  /** False while there may be something behind the last whole record. */
  private boolean clean = true;

  /**
   * @param prefix of the names of its files
   */
  SegmentFolder(Path folder, String prefix, long segmentBytes, DecisionJson json, Clock clock)
      throws IOException {
    this.folder = folder;
    this.prefix = prefix;
    this.clock = clock;
    this.segmentBytes = segmentBytes;
    this.json = json;
    this.batch = new RecordBatch(json);
    Files.createDirectories(folder);
    List<Path> files = files();
    List<Segment> finished = new ArrayList<>();
    for (Path file : files.subList(0, Math.max(0, files.size() - 1))) {
      finished.add(Segment.open(file, json));
    }
    hash = new byte[RecordFormat.HASH];
    active = files.isEmpty() ? Segment.fileFor(folder, prefix, 0) : files.get(files.size() - 1);
    oldestNumber = files.isEmpty() ? 0 : Segment.firstNumber(files.get(0));
    channel = files.isEmpty() ? create() : reopen(finished);
    view = viewOf(List.copyOf(finished));
  }

  private FileChannel reopen(List<Segment> finished) throws IOException {
    SegmentScan.Result scan =
        SegmentScan.scan(
            active,
            Files.size(active),
            payload -> {
              DecisionJson.Head head = json.head(payload);
              if (kinds.isEmpty()) {
                activeFromMillis =
                    DecisionIds.millisOf(new DecisionId(head.id())).orElse(clock.millis());
              }
              kinds.add(head.kind());
              return true;
            });
    if (!scan.problem().isEmpty()) {
      Path aside = active.resolveSibling(active.getFileName() + ".torn-" + scan.goodBytes());
      Files.copy(active, aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.warn(
          "Decision log segment {} is cut to {} bytes with {} whole records: {}. "
              + "The file as it was is kept as {}.",
          active.getFileName(),
          scan.goodBytes(),
          scan.records(),
          scan.problem(),
          aside.getFileName());
    }
    if (scan.goodBytes() < RecordFormat.HEADER) {
      nextNumber = Segment.firstNumber(active);
      restoreChain(finished);
      Files.delete(active);
      active = Segment.fileFor(folder, prefix, nextNumber);
      return create();
    }
    hash = scan.hashAfter();
    nextNumber = scan.firstNumber() + scan.records();
    FileChannel open = FileChannel.open(active, StandardOpenOption.WRITE);
    open.truncate(scan.goodBytes());
    open.force(true);
    activeBytes = scan.goodBytes();
    return open;
  }

  /** The last segment has no header: continue where the one before it ended. */
  private void restoreChain(List<Segment> finished) throws IOException {
    if (!finished.isEmpty()) {
      Path last = finished.get(finished.size() - 1).file();
      SegmentScan.Result scan = SegmentScan.scan(last, Files.size(last), payload -> true);
      hash = scan.hashAfter();
      nextNumber = scan.firstNumber() + scan.records();
    }
  }

  private FileChannel create() throws IOException {
    FileChannel fresh =
        FileChannel.open(active, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    fresh.write(RecordFormat.header(nextNumber, hash));
    fresh.force(true);
    activeBytes = RecordFormat.HEADER;
    kinds.clear();
    return fresh;
  }

  /**
   * Appends decisions; all or, if it throws, none.
   *
   * @param force return only when they are on stable storage
   */
  void append(List<Decision> decisions, boolean force) throws IOException {
    if (activeBytes == RecordFormat.HEADER) {
      activeFromMillis = clock.millis();
    }
    ByteBuffer buffer = batch.of(decisions, hash);
    int bytes = buffer.remaining();
    long before = activeBytes;
    try {
      if (!clean) {
        channel.truncate(before);
      }
      clean = false;
      while (buffer.hasRemaining()) {
        channel.write(buffer, before + bytes - buffer.remaining());
      }
      if (force) {
        channel.force(false);
      }
      clean = true;
    } catch (IOException e) {
      try {
        channel.truncate(before);
        clean = true;
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    decisions.forEach(decision -> kinds.add(decision.kind()));
    hash = batch.hashAfter();
    nextNumber += decisions.size();
    activeBytes = before + bytes;
    view = viewOf(view.finished());
    if (activeBytes >= segmentBytes) {
      rotate();
    }
  }

  void force() throws IOException {
    channel.force(false);
  }

  private void rotate() throws IOException {
    channel.force(true);
    channel.close();
    Segment done = Segment.finish(active, kinds);
    active = Segment.fileFor(folder, prefix, nextNumber);
    channel = create();
    List<Segment> finished = new ArrayList<>(view.finished());
    finished.add(done);
    view = viewOf(List.copyOf(finished));
  }

  /** Finishes the segment being written if its first entry came earlier. */
  void finishOlderThan(long millis) throws IOException {
    if (activeBytes > RecordFormat.HEADER && activeFromMillis < millis) {
      rotate();
    }
  }

  /** Where the segment behind the oldest ones begins. */
  Start startAfter(List<Segment> oldest) throws IOException {
    List<Segment> finished = view.finished();
    Path next = oldest.size() < finished.size() ? finished.get(oldest.size()).file() : active;
    try (FileChannel in = FileChannel.open(next, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(RecordFormat.HEADER);
      while (header.hasRemaining() && in.read(header) >= 0) {
        // until the header is whole
      }
      header.flip();
      if (header.remaining() < RecordFormat.HEADER || !RecordFormat.hasMagic(header)) {
        throw new IOException(
            "Segment %s does not start like one, so nothing before it is removed."
                .formatted(next.getFileName()));
      }
      long number = header.getLong();
      byte[] before = new byte[RecordFormat.HASH];
      header.get(before);
      return new Start(number, HexFormat.of().formatHex(before));
    }
  }

  /** Removes the oldest segments; who reads them at the moment finds them gone. */
  void remove(List<Segment> oldest) throws IOException {
    List<Segment> left = view.finished().subList(oldest.size(), view.finished().size());
    oldestNumber = Segment.firstNumber(left.isEmpty() ? active : left.get(0).file());
    view = viewOf(List.copyOf(left));
    for (Segment segment : oldest) {
      segment.remove();
    }
  }

  private View viewOf(List<Segment> finished) {
    long records = nextNumber - oldestNumber;
    return new View(finished, active, activeBytes, records, HexFormat.of().formatHex(hash));
  }

  View view() {
    return view;
  }

  /** All segment files, oldest first. */
  List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(p -> p.getFileName().toString().startsWith(prefix))
          .filter(p -> p.getFileName().toString().endsWith(Segment.SUFFIX))
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    channel.force(true);
    channel.close();
  }
}
