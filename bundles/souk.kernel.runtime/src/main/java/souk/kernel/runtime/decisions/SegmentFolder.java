package souk.kernel.runtime.decisions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segments of a log. One thread writes; any may read what was written. What does not belong to
 * a whole record at the end of the last segment is put aside at the start, never lost.
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

  private final Path folder;
  private final long segmentBytes;
  private final DecisionJson json;
  private final Set<String> kinds = new TreeSet<>();
  private FileChannel channel;
  private Path active;
  private long activeBytes;
  private volatile View view;
  private byte[] hash;
  private long nextNumber;

  SegmentFolder(Path folder, long segmentBytes, DecisionJson json) throws IOException {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.json = json;
    Files.createDirectories(folder);
    List<Path> files = files();
    List<Segment> finished = new ArrayList<>();
    for (Path file : files.subList(0, Math.max(0, files.size() - 1))) {
      finished.add(Segment.open(file, json));
    }
    hash = new byte[RecordFormat.HASH];
    active = files.isEmpty() ? Segment.fileFor(folder, 0) : files.get(files.size() - 1);
    channel = files.isEmpty() ? create() : reopen(finished);
    view = viewOf(List.copyOf(finished));
  }

  private FileChannel reopen(List<Segment> finished) throws IOException {
    SegmentScan.Result scan =
        SegmentScan.scan(
            active,
            Files.size(active),
            payload -> {
              kinds.add(json.head(payload).kind());
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
      restoreChain(finished);
      Files.delete(active);
      active = Segment.fileFor(folder, nextNumber);
      return create();
    }
    hash = scan.hashAfter();
    nextNumber = scan.firstNumber() + scan.records();
    FileChannel open = FileChannel.open(active, StandardOpenOption.WRITE);
    open.truncate(scan.goodBytes());
    open.position(scan.goodBytes());
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
   * Appends payloads; all or, if it throws, none.
   *
   * @param force return only when they are on stable storage
   */
  void append(List<byte[]> payloads, boolean force) throws IOException {
    int bytes = 0;
    for (byte[] payload : payloads) {
      bytes += RecordFormat.RECORD_HEAD + payload.length;
    }
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    byte[] chain = hash;
    for (byte[] payload : payloads) {
      RecordFormat.putRecord(buffer, chain, payload);
      chain = RecordFormat.hashAfter(chain, payload);
    }
    buffer.flip();
    long before = activeBytes;
    try {
      channel.truncate(before);
      channel.position(before);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      if (force) {
        channel.force(false);
      }
    } catch (IOException e) {
      try {
        channel.truncate(before);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    for (byte[] payload : payloads) {
      kinds.add(json.head(payload).kind());
    }
    hash = chain;
    nextNumber += payloads.size();
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
    active = Segment.fileFor(folder, nextNumber);
    channel = create();
    List<Segment> finished = new ArrayList<>(view.finished());
    finished.add(done);
    view = viewOf(List.copyOf(finished));
  }

  private View viewOf(List<Segment> finished) {
    return new View(finished, active, activeBytes, nextNumber, HexFormat.of().formatHex(hash));
  }

  View view() {
    return view;
  }

  /** All segment files, oldest first. */
  List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
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
