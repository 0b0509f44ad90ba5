package souk.offer.coupons;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.random.RandomGenerator;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.store.MarkFile;

/** The ledger's key in a file that only its owner may read. */
final class LedgerKeyFile {
  private LedgerKeyFile() {}

  /**
   * Reads the key, or makes one where there is no ledger yet.
   *
   * @param used true if the ledger holds something, so that no new key may be made
   */
  static LedgerKey read(Path file, boolean used, RandomGenerator random) {
    try {
      if (!Files.exists(file)) {
        if (used) {
          throw new IllegalStateException(
              "The ledger was used, but its key %s is missing.%nMaybe restore the key from a backup: without it neither coupons nor customers are known again."
                  .formatted(file));
        }
        make(file, random);
      }
      byte[] secret = Files.readAllBytes(file);
      if (secret.length != LedgerKey.BYTES) {
        throw new IllegalStateException(
            "The ledger's key in %s has %d bytes, but must have %d.%nMaybe the file was cut; restore it from a backup."
                .formatted(file, secret.length, LedgerKey.BYTES));
      }
      return new LedgerKey(secret);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The ledger's key %s cannot be read or made: %s.%nMaybe the folder belongs to another user."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static void make(Path file, RandomGenerator random) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    Path fresh =
        posix
            ? Files.createTempFile(
                folder,
                "coupons",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile(folder, "coupons", ".new");
    byte[] secret = new byte[LedgerKey.BYTES];
    random.nextBytes(secret);
    Files.write(fresh, secret);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    MarkFile.flushFolder(folder);
  }
}
