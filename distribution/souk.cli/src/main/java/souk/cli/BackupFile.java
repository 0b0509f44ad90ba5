package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An archive made by {@code souk backup}. Nothing in it is believed before its checksum was
 * compared: a wrong size, name or byte anywhere is refused. For use by one thread.
 */
final class BackupFile implements AutoCloseable {
  private static final int VERSION = 1;
  private static final int MAX_MANIFEST = 16 << 20;
  private static final String MANIFEST = "manifest.json";
  private static final String SEAL = "manifest.json.sha256";
  private static final String FOLDERS = "(data/(?!secrets/|lock$|pid$).+|deploy/.+)";

  private final Path file;
  private final ZipFile zip;
  private final JsonNode manifest;
  private final Map<String, JsonNode> entries = new LinkedHashMap<>();

  private BackupFile(Path file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    byte[] text = small(MANIFEST);
    String seal = new String(small(SEAL), StandardCharsets.US_ASCII).strip();
    if (!seal.equals(hex(text))) {
      throw damaged("its manifest does not have the SHA-256 that stands beside it");
    }
    this.manifest = new ObjectMapper().readTree(text);
    if (!"souk-backup".equals(manifest.path("format").asText())) {
      throw damaged("its manifest is none of a backup");
    }
    if (manifest.path("formatVersion").asInt() != VERSION) {
      throw new CliFailure(
          ExitCode.USAGE,
          """
          The backup %s has form %s, written by Souk %s; this one reads form %d.
          Maybe restore it with the version that wrote it, then upgrade."""
              .formatted(file, manifest.path("formatVersion").asText(), version(), VERSION));
    }
    for (JsonNode entry : manifest.path("files")) {
      String path = entry.path("path").asText();
      if (!safe(path) || entries.put(path, entry) != null) {
        throw damaged("its manifest names the file \"%s\"".formatted(path));
      }
    }
    compareNames();
  }

  /**
   * @throws CliFailure if it is no whole backup
   */
  static BackupFile open(Path file) {
    LoadCommand.readable(file);
    ZipFile zip = null;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
      return new BackupFile(file, zip);
    } catch (IOException | IllegalArgumentException e) {
      close(zip);
      throw damaged(file, String.valueOf(e.getMessage()), e);
    } catch (CliFailure e) {
      close(zip);
      throw e;
    }
  }

  private static void close(ZipFile zip) {
    try {
      if (zip != null) {
        zip.close();
      }
    } catch (IOException e) {
      throw new CliFailure(ExitCode.FAILED, "An archive could not be closed: " + e, e);
    }
  }

  String version() {
    return manifest.path("souk").asText("unknown");
  }

  String at() {
    return manifest.path("at").asText("unknown");
  }

  JsonNode marks() {
    return manifest.path("marks");
  }

  int files() {
    return entries.size();
  }

  long bytes() {
    return entries.values().stream().mapToLong(entry -> entry.path("bytes").asLong()).sum();
  }

  /** Compares every file with its checksum without writing anything. */
  void verify(ProgressBar bar) {
    each(bar, entry -> OutputStream.nullOutputStream());
  }

  /** Unpacks into an empty folder, comparing every file with its checksum. */
  void unpack(Path folder, ProgressBar bar) {
    each(
        bar,
        entry -> {
          Path target = folder.resolve(entry);
          OwnerOnly.createFolders(folder, target.getParent());
          return OwnerOnly.create(target);
        });
  }

  /** Where the bytes of one file go. */
  private interface Target {
    OutputStream open(String entry) throws IOException;
  }

  private void each(ProgressBar bar, Target target) {
    long all = Math.max(1, bytes());
    long done = 0;
    for (Map.Entry<String, JsonNode> entry : entries.entrySet()) {
      bar.show(100.0 * done / all, "", -1, entry.getKey());
      try (InputStream in = zip.getInputStream(zip.getEntry(entry.getKey()));
          OutputStream out = target.open(entry.getKey())) {
        copy(entry.getKey(), entry.getValue(), in, out);
      } catch (IOException e) {
        throw damaged(file, "%s: %s".formatted(entry.getKey(), e.getMessage()), e);
      }
      done += entry.getValue().path("bytes").asLong();
    }
  }

  private void copy(String name, JsonNode entry, InputStream in, OutputStream out)
      throws IOException {
    long bytes = entry.path("bytes").asLong(-1);
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    long copied = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      copied += read;
      if (copied > bytes) {
        throw damaged("%s is longer than the %d bytes of the manifest".formatted(name, bytes));
      }
      digest.update(buffer, 0, read);
      out.write(buffer, 0, read);
    }
    String sum = HexFormat.of().formatHex(digest.digest());
    if (copied != bytes || !sum.equals(entry.path("sha256").asText())) {
      throw damaged("%s does not have the SHA-256 of the manifest".formatted(name));
    }
  }

  private void compareNames() {
    Set<String> names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
    Set<String> wanted = new HashSet<>(entries.keySet());
    wanted.add(MANIFEST);
    wanted.add(SEAL);
    if (!names.equals(wanted) || zip.size() != wanted.size()) {
      throw damaged("it does not hold exactly the files of its manifest");
    }
  }

  private byte[] small(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged("it has no " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MAX_MANIFEST + 1);
      if (bytes.length > MAX_MANIFEST) {
        throw damaged("its %s is too large".formatted(name));
      }
      return bytes;
    }
  }

  private static boolean safe(String path) {
    return path.matches(FOLDERS)
        && !path.contains("\\")
        && !path.contains(":")
        && Path.of(path).normalize().toString().replace('\\', '/').equals(path);
  }

  private CliFailure damaged(String why) {
    return damaged(file, why, null);
  }

  private static CliFailure damaged(Path file, String why, Exception cause) {
    return new CliFailure(
        ExitCode.USAGE,
        """
        The backup %s cannot be used: %s.
        Maybe it was cut off or changed on its way: compare its SHA-256, or take another backup. Nothing was restored."""
            .formatted(file, why),
        cause);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  @Override
  public void close() {
    close(zip);
  }
}
