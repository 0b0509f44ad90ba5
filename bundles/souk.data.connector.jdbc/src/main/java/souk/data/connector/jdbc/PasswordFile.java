package souk.data.connector.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Reads a password from a file that nobody but its owner may read. */
final class PasswordFile {
  private static final int MAX_BYTES = 4_096;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private PasswordFile() {}

  /**
   * @throws IOException if it is not there, too large, or open to others
   */
  static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IOException(
          "The password file %s cannot be read.%nMaybe it is missing or belongs to another user."
              .formatted(file));
    }
    refuseOpenToOthers(file);
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(
          "The password file %s has more than %d bytes.%nMaybe it is another file; it must hold the password and nothing else."
              .formatted(file, MAX_BYTES));
    }
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }

  private static void refuseOpenToOthers(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    for (PosixFilePermission permission : view.readAttributes().permissions()) {
      if (OTHERS.contains(permission)) {
        throw new IOException(
            "The password file %s is open to other users (%s).%nMaybe run: chmod 600 %s"
                .formatted(file, permission, file));
      }
    }
  }
}
