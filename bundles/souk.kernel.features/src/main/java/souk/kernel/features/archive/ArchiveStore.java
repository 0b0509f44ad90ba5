package souk.kernel.features.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import souk.kernel.features.closure.Parts;
import souk.kernel.features.files.ArtifactId;
import souk.kernel.features.files.FeatureFile;
import souk.kernel.features.files.FeatureReader;
import souk.kernel.features.files.Refused;

/**
 * Checked archives, unpacked into a folder each, named by their content. What is not an entry of a
 * feature archive has no place in one. No class of an archive is loaded here.
 */
public final class ArchiveStore {
  private static final Pattern ENTRY =
      Pattern.compile(
          "feature\\.json"
              + "|META-INF/(MANIFEST\\.MF|[A-Za-z0-9_-]{1,60}\\.(SF|RSA|DSA|EC))"
              + "|repository/([A-Za-z0-9_][A-Za-z0-9_.+-]*/)+[A-Za-z0-9_][A-Za-z0-9_.+-]*\\.jar");
  private static final Pattern FOLDER =
      Pattern.compile("(META-INF|repository)/([A-Za-z0-9_][A-Za-z0-9_.+-]*/)*");
  private static final int UNUSED_KEPT = 20;

  private final Path folder;
  private final Limits limits;
  private final Signers signers;
  private final FeatureReader reader;
  private final Parts parts = new Parts();

  public ArchiveStore(Path folder, Limits limits, Signers signers, FeatureReader reader) {
    this.folder = folder;
    this.limits = limits;
    this.signers = signers;
    this.reader = reader;
  }

  /**
   * Checks an archive and keeps it.
   *
   * @return its key in the store
   * @throws souk.kernel.api.FeatureException if it is refused; nothing of it is kept then
   */
  public String accept(Path archive, String label) {
    try {
      if (Files.size(archive) > limits.archiveBytes()) {
        throw Refused.because(
            "archive.too-large", "%s has more than %d MB.", label, limits.archiveBytes() >> 20);
      }
      new ZipInspection(limits).check(archive, label, limits.archiveEntries(), true);
      if (signers.asked()) {
        signers.check(archive, label);
      }
      String key = key(archive);
      if (!Files.exists(folder.resolve(key))) {
        unpack(archive, label, key);
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(label + " could not be kept.", e);
    }
  }

  private void unpack(Path archive, String label, String key) throws IOException {
    Path part = folder.resolve(key + ".part");
    delete(part);
    createOwnerOnly(part);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        unpack(zip, entry, label, part);
      }
      FeatureFile feature = feature(zip, label);
      checkBundles(part.resolve("repository"), feature, label);
      Files.move(part, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(part);
    }
  }

  private static void unpack(ZipFile zip, ZipEntry entry, String label, Path part)
      throws IOException {
    String name = entry.getName();
    if (entry.isDirectory() && FOLDER.matcher(name).matches() && !name.contains("..")) {
      return;
    }
    Path file = part.resolve(name).normalize();
    if (!ENTRY.matcher(name).matches() || name.contains("..") || !file.startsWith(part)) {
      throw Refused.because(
          "archive.unknown-entry",
          "%s holds %s; a feature archive holds feature.json and repository/…jar only.",
          label,
          name);
    }
    if (!name.startsWith("META-INF/")) {
      Files.createDirectories(file.getParent());
      try (InputStream in = zip.getInputStream(entry);
          OutputStream out = Files.newOutputStream(file)) {
        in.transferTo(out);
      }
    }
  }

  private FeatureFile feature(ZipFile zip, String label) throws IOException {
    ZipEntry entry = zip.getEntry("feature.json");
    if (entry == null) {
      throw Refused.because(
          "archive.no-feature",
          "%s holds no feature.json.%nMaybe it is a single bundle; put that into the deploy folder.",
          label);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return reader.read(in.readNBytes(4 << 20), label + ", feature.json");
    }
  }

  private void checkBundles(Path repository, FeatureFile feature, String label) throws IOException {
    Set<String> listed =
        feature.bundles().stream().map(ArtifactId::path).collect(Collectors.toSet());
    Set<String> unlisted = new TreeSet<>();
    for (Path jar : jars(repository)) {
      String path = repository.relativize(jar).toString().replace('\\', '/');
      if (!listed.contains(path)) {
        unlisted.add(path);
      }
      String inner = label + ", " + path;
      new ZipInspection(limits).check(jar, inner, limits.bundleEntries(), false);
      parts.of(jar, inner);
    }
    if (!unlisted.isEmpty()) {
      throw Refused.because(
          "archive.unlisted-bundle",
          "%s holds bundles that its feature.json does not list: %s",
          label,
          unlisted);
    }
  }

  private static List<Path> jars(Path repository) throws IOException {
    if (!Files.isDirectory(repository)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(repository)) {
      return tree.filter(Files::isRegularFile).toList();
    }
  }

  /** Forgets one archive. */
  public void forget(String key) {
    try {
      delete(folder.resolve(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets archives that no reachable state uses, apart from the latest ones. */
  public void keep(Set<String> used) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> folders = Files.list(folder)) {
      List<Path> unused =
          folders
              .filter(f -> !used.contains(f.getFileName().toString()))
              .sorted(Comparator.comparing(ArchiveStore::age).reversed())
              .toList();
      for (Path old : unused.subList(Math.min(UNUSED_KEPT, unused.size()), unused.size())) {
        delete(old);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static java.nio.file.attribute.FileTime age(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(Path archive) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(archive), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  /** A folder that only its owner can look into. */
  public static void createOwnerOnly(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
