package souk.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files that only their owner may read. */
final class OwnerOnly {
  private OwnerOnly() {}

  /** Creates a folder and those above it, up to a root that may exist. */
  static void createFolders(Path root, Path folder) throws IOException {
    if (!folder.equals(root)) {
      createFolders(root, folder.getParent());
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder);
      restrict(folder, "rwx------");
    }
  }

  /** A new file whose bytes are on stable storage when the stream is closed. */
  static OutputStream create(Path file) throws IOException {
    Files.createFile(file);
    restrict(file, "rw-------");
    FileOutputStream out = new FileOutputStream(file.toFile());
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        try (out) {
          out.getFD().sync();
        }
      }
    };
  }

  private static void restrict(Path path, String permissions) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
