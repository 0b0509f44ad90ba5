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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bearer keys, one per role and any number that belong to people, in files that only their
 * owner may read. Keys of roles that are not there are made: 256 random bits. Safe for use by many
 * threads.
 */
public final class AccessKeys {
  /** Keys of people. */
  public static final int MOST_NAMED = 500;

  private static final int KEY_BYTES = 32;
  private static final int LEAST_LENGTH = 32;

  private final Path folder;

  /** Replaced as a whole, never changed. */
  private volatile SortedMap<KeyName, byte[]> digests;

  private AccessKeys(Path folder, SortedMap<KeyName, byte[]> digests) {
    this.folder = folder;
    this.digests = digests;
  }

  /**
   * Reads the keys of a folder; makes those of roles that are missing.
   *
   * @throws UncheckedIOException if a file can neither be read nor made
   * @throws IllegalStateException if a key is too short
   */
  public static AccessKeys ofFolder(Path folder) {
    SortedMap<KeyName, byte[]> digests = new TreeMap<>();
    try {
      createFolder(folder);
      for (KeyRole role : KeyRole.values()) {
        Path file = folder.resolve(KeyName.of(role).file());
        if (!Files.exists(file)) {
          create(file);
        }
        digests.put(KeyName.of(role), read(file));
      }
      for (KeyName named : named(folder)) {
        digests.put(named, read(folder.resolve(named.file())));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new AccessKeys(folder, digests);
  }

  private static List<KeyName> named(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> KeyName.ofFile(String.valueOf(file.getFileName())))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private static byte[] read(Path file) throws IOException {
    if (posix(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    String key = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (key.length() < LEAST_LENGTH) {
      throw new IllegalStateException(
          "The key in %s has %d characters, but needs at least %d.%nMaybe the file was cut; delete it, and a new key is made at the next start."
              .formatted(file.getFileName(), key.length(), LEAST_LENGTH));
    }
    return digest(key);
  }

  /** All keys, by role, those of people behind that of the role. */
  public List<KeyName> all() {
    return List.copyOf(digests.keySet());
  }

  /**
   * Makes a new key; an old one of the same name is refused from now on. The new one stands in its
   * file and nowhere else.
   *
   * @throws UncheckedIOException if the file cannot be made; the old key holds then
   */
  public synchronized void make(KeyName name) {
    if (!digests.containsKey(name) && digests.size() >= MOST_NAMED + KeyRole.values().length) {
      throw new IllegalArgumentException(
          "There are %d keys of people already.%nMaybe remove those of people who left."
              .formatted(MOST_NAMED));
    }
    Path file = folder.resolve(name.file());
    try {
      create(file);
      SortedMap<KeyName, byte[]> changed = new TreeMap<>(digests);
      changed.put(name, read(file));
      digests = changed;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Refuses the key of a person from now on.
   *
   * @throws UncheckedIOException if the file cannot be deleted; the key is refused until a restart
   */
  public synchronized void remove(KeyName name) {
    SortedMap<KeyName, byte[]> changed = new TreeMap<>(digests);
    changed.remove(name);
    digests = changed;
    try {
      Files.deleteIfExists(folder.resolve(name.file()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** When a key was made. */
  public Instant madeAt(KeyName name) {
    try {
      return Files.getLastModifiedTime(folder.resolve(name.file())).toInstant();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Where a key stands, seen from the state folder. */
  public String place(KeyName name) {
    return folder.getFileName() + "/" + name.file();
  }

  /** What a presented key is called. Takes equally long for every wrong key. */
  public Optional<KeyName> find(String presented) {
    byte[] digest = digest(presented);
    KeyName found = null;
    for (Map.Entry<KeyName, byte[]> entry : digests.entrySet()) {
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
