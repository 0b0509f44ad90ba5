package souk.data.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One archive being written: a zip file whose last two entries are the manifest (every file with
 * its size and SHA-256) and the SHA-256 of the manifest. Lies under a temporary name until it is
 * finished. For use by one thread.
 */
final class BackupArchive implements AutoCloseable {
  static final String FORMAT = "souk-backup";
  static final int VERSION = 1;
  private static final String MANIFEST = "manifest.json";
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path part;
  private final Instant at;
  private final MessageDigest whole = sha256();
  private final ZipOutputStream zip;
  private final JsonMapper mapper = MappingJson.mapper();
  private final ArrayNode files = mapper.createArrayNode();

  BackupArchive(Path target, Instant at) throws IOException {
    this.target = target;
    this.at = at;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    this.zip = new ZipOutputStream(new DigestOutputStream(out, whole), StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /** Adds the first bytes of a file. */
  void add(String name, Path file, long bytes) throws IOException {
    MessageDigest digest = sha256();
    begin(name);
    long left = bytes;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException("%s ended %d bytes early".formatted(file, left));
        }
        digest.update(buffer, 0, read);
        zip.write(buffer, 0, read);
        left -= read;
      }
    }
    zip.closeEntry();
    files
        .addObject()
        .put("path", name)
        .put("bytes", bytes)
        .put("sha256", HexFormat.of().formatHex(digest.digest()));
  }

  /** Files so far. */
  int count() {
    return files.size();
  }

  /**
   * Writes the manifest, brings everything to stable storage and gives the archive its name.
   *
   * @return SHA-256 of the archive
   */
  String finish(String version, Map<String, String> marks) throws IOException {
    ObjectNode manifest = mapper.createObjectNode();
    manifest.put("format", FORMAT).put("formatVersion", VERSION);
    manifest.put("souk", version).put("at", at.toString());
    ObjectNode marked = manifest.putObject("marks");
    marks.forEach(marked::put);
    manifest.set("files", files);
    byte[] text = mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    String seal = HexFormat.of().formatHex(sha256().digest(text)) + "\n";
    write(MANIFEST, text);
    write(MANIFEST + ".sha256", seal.getBytes(StandardCharsets.US_ASCII));
    zip.close();
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    return HexFormat.of().formatHex(whole.digest());
  }

  private void write(String name, byte[] content) throws IOException {
    begin(name);
    zip.write(content);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.from(at));
    zip.putNextEntry(entry);
  }

  /** Leaves nothing behind unless the archive was finished. */
  @Override
  public void close() throws IOException {
    zip.close();
    Files.deleteIfExists(part);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
