package souk.offer.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import souk.model.CustomerKey;

/**
 * Turns customer keys into keyed pseudonyms (the first 128 bits of HMAC-SHA-256), so that the
 * decision log holds none in clear. Safe for use by many threads.
 */
final class Pseudonyms {
  private static final int KEY_BYTES = 32;
  private final Mac prototype;

  private Pseudonyms(byte[] key) {
    try {
      prototype = Mac.getInstance("HmacSHA256");
      prototype.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(
          "This Java runtime has no HmacSHA256.\nMaybe it was reduced with jlink.", missing);
    }
  }

  /**
   * With the key of a configured file, else with that of the state folder, else of this process.
   *
   * @param configured path of the file, or blank
   * @param stateFolder the state folder, or null or blank if there is none
   */
  static Pseudonyms of(String configured, @Nullable String stateFolder) {
    if (!configured.isBlank()) {
      return ofFile(Path.of(configured));
    }
    return stateFolder == null || stateFolder.isBlank()
        ? ofThisProcess()
        : ofFile(Path.of(stateFolder, "secrets", "pseudonym.key"));
  }

  /** With a key of this process alone: pseudonyms differ after a restart. */
  static Pseudonyms ofThisProcess() {
    return new Pseudonyms(random());
  }

  /**
   * With the key of a file, which is made, readable by its owner only, if it is not there.
   *
   * @throws UncheckedIOException if it can neither be read nor made
   */
  static Pseudonyms ofFile(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      byte[] key =
          HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).trim());
      if (key.length < KEY_BYTES) {
        throw new IllegalStateException(
            "The pseudonym key in %s has %d bytes, but must have %d.%nMaybe the file was cut; restore it, or delete it and lose the link to older log entries."
                .formatted(file.getFileName(), key.length, KEY_BYTES));
      }
      return new Pseudonyms(key);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String of(CustomerKey customer) {
    return of(customer.value());
  }

  String of(String secret) {
    try {
      Mac mac = (Mac) prototype.clone();
      byte[] digest = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(
          "The HMAC of this Java runtime cannot be copied.", impossible);
    }
  }

  /** Writes beside and renames, so that nobody ever reads half a key. */
  private static void create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.createDirectories(folder, permissions("rwx------"));
    } else {
      Files.createDirectories(folder);
    }
    Path fresh =
        posix
            ? Files.createTempFile(folder, "pseudonym", ".new", permissions("rw-------"))
            : Files.createTempFile(folder, "pseudonym", ".new");
    Files.writeString(fresh, HexFormat.of().formatHex(random()), StandardCharsets.US_ASCII);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }

  private static byte[] random() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
