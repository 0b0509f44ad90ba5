package souk.edge.webconsole.access;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * The administrator's login, kept as a salted hash in a file that only its owner may read. The
 * first password lies beside it until somebody has read it.
 */
final class PasswordFile {
  static final int ITERATIONS = 210_000;

  /** Name of the file with the first password. */
  static final String FIRST_PASSWORD = "console.first";

  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int PASSWORD_LETTERS = 20;
  private static final int SALT_BYTES = 16;

  private final String user;
  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordFile(String user, int iterations, byte[] salt, byte[] hash) {
    this.user = user;
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  /** Reads the login, or returns empty if there is none yet. */
  static Optional<PasswordFile> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
    try {
      int iterations = Integer.parseInt(value(properties, "iterations"));
      if (iterations < ITERATIONS || !ALGORITHM.equals(value(properties, "algorithm"))) {
        throw new IllegalArgumentException("weak hash");
      }
      return Optional.of(
          new PasswordFile(
              value(properties, "user"),
              iterations,
              Base64.getDecoder().decode(value(properties, "salt")),
              Base64.getDecoder().decode(value(properties, "hash"))));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "The login file %s is damaged (%s).%nMaybe remove it: a new password is made at the next start."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * Makes a login with a new random password.
   *
   * @return file beside the login, readable by its owner only, with the password as its only line;
   *     whoever reads it removes it
   */
  static Path create(Path file, String user, SecureRandom random) throws IOException {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < PASSWORD_LETTERS; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = Pbkdf2.hash(password.toString(), salt, ITERATIONS);
    String text =
        "# Login of the web console. Remove this file to get a new password at the next start.\n"
            + "user="
            + user
            + "\nalgorithm="
            + ALGORITHM
            + "\niterations="
            + ITERATIONS
            + "\nsalt="
            + Base64.getEncoder().encodeToString(salt)
            + "\nhash="
            + Base64.getEncoder().encodeToString(hash)
            + "\n";
    Files.createDirectories(file.toAbsolutePath().getParent(), ownerOnly("rwx------"));
    Path first = file.resolveSibling(FIRST_PASSWORD);
    write(first, password + "\n");
    write(file, text);
    return first;
  }

  private static void write(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, ownerOnly("rw-------"));
    Files.writeString(fresh, text, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** True for the right pair; takes the same time for a wrong user as for a wrong password. */
  @SuppressWarnings("ShortCircuitBoolean") // takes as long for a wrong name as for a right one
  boolean matches(String givenUser, String givenPassword) {
    byte[] given = Pbkdf2.hash(givenPassword, salt, iterations);
    boolean samePassword = MessageDigest.isEqual(given, hash);
    boolean sameUser =
        MessageDigest.isEqual(
            givenUser.getBytes(StandardCharsets.UTF_8), user.getBytes(StandardCharsets.UTF_8));
    return samePassword & sameUser;
  }

  private static String value(Properties properties, String name) {
    String value = properties.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
