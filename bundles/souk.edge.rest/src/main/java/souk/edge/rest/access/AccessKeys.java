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

  private final Map<KeyRole, byte[]> digests = new EnumMap<>(KeyRole.class);

  private AccessKeys() {}

  /**
   * Reads the keys of a folder; makes the ones that are missing.
   *
   * @throws UncheckedIOException if a file can neither be read nor made
   * @throws IllegalStateException if a key is too short
   */
  public static AccessKeys ofFolder(Path folder) {
    AccessKeys keys = new AccessKeys();
    try {
      createFolder(folder);
      for (KeyRole role : KeyRole.values()) {
        Path file = folder.resolve(role.id() + ".key");
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
        keys.digests.put(role, digest(key));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return keys;
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
