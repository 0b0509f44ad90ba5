package souk.data.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import souk.data.api.StoreException;

/**
 * Hashes the ids of erased customers: the first 128 bits of HMAC-SHA-256. The key lies in {@code
 * secrets/erasure.key}, is made when it is first needed and enters no backup. Safe for use by many
 * threads.
 */
final class ErasureKey {
  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private final Path file;

  ErasureKey(Path state) {
    this.file = state.resolve("secrets").resolve("erasure.key");
  }

  /** For one thread. */
  Hash hash() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret(), ALGORITHM));
      return new Hash(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
    }
  }

  private synchronized byte[] secret() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      byte[] secret = Files.readAllBytes(file);
      if (secret.length != BYTES) {
        throw new StoreException(
            "The key %s has %d bytes, but must have %d.%nMaybe the file was cut; restore it."
                .formatted(file, secret.length, BYTES));
      }
      return secret;
    } catch (IOException e) {
      throw new StoreException(
          "The key %s cannot be read or made: %s.%nMaybe the folder belongs to another user."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private void make() throws IOException {
    Path folder = Files.createDirectories(file.getParent());
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Path fresh =
        posix
            ? Files.createTempFile(
                folder,
                "erasure",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile(folder, "erasure", ".new");
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    Flushed.write(fresh, secret);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    Flushed.folder(folder);
  }

  /** Hashes ids. */
  static final class Hash {
    private final Mac mac;

    private Hash(Mac mac) {
      this.mac = mac;
    }

    String of(String id) {
      byte[] digest = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
    }
  }
}
