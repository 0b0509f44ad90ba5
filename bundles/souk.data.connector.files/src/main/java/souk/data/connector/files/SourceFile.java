package souk.data.connector.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import souk.data.api.LoadException;

/** An open file: unpacked if it is gzip, freed of its byte order mark. For use by one thread. */
final class SourceFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private final CountingStream counted;
  private final PushbackInputStream content;
  private final Charset charset;
  private final int markBytes;

  private SourceFile(
      CountingStream counted, PushbackInputStream content, Charset charset, int markBytes) {
    this.counted = counted;
    this.content = content;
    this.charset = charset;
    this.markBytes = markBytes;
  }

  static SourceFile open(Path path, FileOptions options, InflationLimit limit) throws IOException {
    CountingStream counted = new CountingStream(new FileInputStream(path.toFile()));
    try {
      PushbackInputStream plain = unpacked(path, counted, limit);
      byte[] head = plain.readNBytes(4);
      Mark mark = Mark.of(head);
      plain.unread(head, mark.bytes(), head.length - mark.bytes());
      return new SourceFile(counted, plain, charset(path, options, mark), mark.bytes());
    } catch (IOException | LoadException e) {
      counted.close();
      throw e;
    }
  }

  /** Bytes read from disk so far. */
  long position() {
    return counted.count();
  }

  InputStream content() {
    return content;
  }

  Charset charset() {
    return charset;
  }

  /** Length of the byte order mark that was skipped. */
  int markBytes() {
    return markBytes;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private static PushbackInputStream unpacked(
      Path path, CountingStream counted, InflationLimit limit) throws IOException {
    PushbackInputStream raw = new PushbackInputStream(new BufferedInputStream(counted, BUFFER), 4);
    byte[] head = raw.readNBytes(4);
    raw.unread(head);
    boolean gzip = head.length >= 2 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b;
    boolean namedGzip = path.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".gz");
    if (namedGzip && !gzip) {
      throw new LoadException(
          "file.not-gzip",
          "The file %s is named .gz, but does not begin like a gzip file.%nMaybe it is a plain file with a wrong name, or an incomplete download."
              .formatted(path));
    }
    if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] <= 8) {
      throw new LoadException(
          "file.is-zip",
          "The file %s is a ZIP archive or an Excel workbook.%nMaybe unpack it, or save the sheet as CSV."
              .formatted(path));
    }
    if (!gzip) {
      return raw;
    }
    try {
      InputStream inflated = new GZIPInputStream(raw, BUFFER);
      return new PushbackInputStream(
          new BoundedInflation(inflated, counted, path.toString(), limit), 4);
    } catch (ZipException | EOFException e) {
      throw damaged(path, e);
    }
  }

  static LoadException damaged(Path path, IOException cause) {
    return new LoadException(
        "file.damaged-gzip",
        "The file %s cannot be unpacked: %s.%nMaybe the download or copy is incomplete; fetch it again."
            .formatted(path, cause.getMessage()),
        cause);
  }

  private static Charset charset(Path path, FileOptions options, Mark mark) {
    Optional<Charset> marked = mark.charset();
    if (marked.isEmpty()) {
      return options.charsetOrDefault();
    }
    Charset stated = options.charset().orElse(marked.get());
    boolean same =
        stated.equals(marked.get())
            || (stated.equals(StandardCharsets.UTF_16) && marked.get().name().startsWith("UTF-16"));
    if (!same) {
      throw new LoadException(
          "file.charset-conflict",
          "The file %s begins with the byte order mark of %s, but the option charset is %s.%nMaybe leave the option out."
              .formatted(path, marked.get(), stated));
    }
    return marked.get();
  }

  /**
   * A byte order mark.
   *
   * @param charset what it stands for, or empty if there is none
   * @param bytes its length
   */
  private record Mark(Optional<Charset> charset, int bytes) {
    static Mark of(byte[] head) {
      if (starts(head, 0xEF, 0xBB, 0xBF)) {
        return new Mark(Optional.of(StandardCharsets.UTF_8), 3);
      }
      if (starts(head, 0xFE, 0xFF)) {
        return new Mark(Optional.of(StandardCharsets.UTF_16BE), 2);
      }
      if (starts(head, 0xFF, 0xFE)) {
        return new Mark(Optional.of(StandardCharsets.UTF_16LE), 2);
      }
      return new Mark(Optional.empty(), 0);
    }

    private static boolean starts(byte[] head, int... wanted) {
      if (head.length < wanted.length) {
        return false;
      }
      for (int i = 0; i < wanted.length; i++) {
        if ((head[i] & 0xff) != wanted[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
