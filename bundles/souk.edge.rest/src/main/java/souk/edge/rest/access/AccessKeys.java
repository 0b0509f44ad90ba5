package souk.edge.rest.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The bearer keys, one per role, in files that only their owner may read. Keys that are not there
 * are made: 256 random bits. Safe for use by many threads.
 */
public final class AccessKeys {
  private static final int KEY_BYTES = 32;
  private static final int LEAST_LENGTH = 32;

  private final Path folder;

  /** Replaced as a whole, never changed. */
  private volatile Map<KeyRole, byte[]> digests;

  private AccessKeys(Path folder, Map<KeyRole, byte[]> digests) {
    this.folder = folder;
    this.digests = digests;
  }

  /**
   * Reads the keys of a folder; makes the ones that are missing.
   *
   * @throws UncheckedIOException if a file can neither be read nor made
   * @throws IllegalStateException if a key is too short
   */
  public static AccessKeys ofFolder(Path folder) {
    Map<KeyRole, byte[]> digests = new EnumMap<>(KeyRole.class);
    try {
      createFolder(folder);
      for (KeyRole role : KeyRole.values()) {
        Path file = file(folder, role);
        if (!Files.exists(file)) {
          create(file);
        }
        if (posix(file)) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        String key = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (key.length() < LEAST_LENGTH) {
          throw new IllegalStateException(
              "The key in %s has %d characters, but needs at least %d.%nMaybe the file was cut; delete it, and a new key is made at the next start."
                  .formatted(file.getFileName(), key.length(), LEAST_LENGTH));
        }
        digests.put(role, digest(key));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new AccessKeys(folder, digests);
  }

  /**
   * Makes a new key for a role; the old one is refused from now on. The new one stands in the file
   * of the role and nowhere else.
   *
   * @throws UncheckedIOException if the file cannot be made; the old key holds then
   */
  public synchronized void rotate(KeyRole role) {
    Path file = file(folder, role);
    try {
      create(file);
      Map<KeyRole, byte[]> changed = new EnumMap<>(digests);
      changed.put(role, digest(Files.readString(file, StandardCharsets.US_ASCII).strip()));
      digests = changed;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** When the key of a role was made. */
  public Instant madeAt(KeyRole role) {
    try {
      return Files.getLastModifiedTime(file(folder, role)).toInstant();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Where the key of a role stands, seen from the state folder. */
  public String place(KeyRole role) {
    Path file = file(folder, role);
    return folder.getFileName() + "/" + file.getFileName();
  }

  private static Path file(Path folder, KeyRole role) {
    return folder.resolve(role.id() + ".key");
  }

  /** The role of a presented key. Takes equally long for every wrong key. */
  public Optional<KeyRole> roleOf(String presented) {
    byte[] digest = digest(presented);
    KeyRole found = null;
    for (Map.Entry<KeyRole, byte[]> entry : digests.entrySet()) {
      if (MessageDigest.isEqual(digest, entry.getValue())) {
        found = entry.getKey();
      }
    }
    return Optional.ofNullable(found);
  }

  private static void createFolder(Path folder) throws IOException {
    Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
    Files.createDirectories(parent);
    if (posix(parent)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (posix(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(fresh, key + "\n", StandardCharsets.US_ASCII);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean posix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(
          "This Java runtime has no SHA-256.\nMaybe it was reduced with jlink.", missing);
    }
  }
}
