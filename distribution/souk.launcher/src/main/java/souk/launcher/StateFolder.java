package souk.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** The state folder, held by this process alone until it ends. */
final class StateFolder implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String HOLDER = "pid";

  private final Places places;
  private final FileChannel channel;
  private final FileLock lock;

  private StateFolder(Places places, FileChannel channel, FileLock lock) {
    this.places = places;
    this.channel = channel;
    this.lock = lock;
  }

  /** Creates the folder if needed (owner only), takes the lock and empties the temporary folder. */
  static StateFolder take(Places places) {
    return take(places, "unknown");
  }

  /**
   * @throws LaunchFailure if another process holds the folder, a newer version wrote it, or its
   *     configurations are damaged
   */
  static StateFolder take(Places places, String version) {
    Path data = places.data();
    try {
      createOwnerOnly(data);
      FileChannel channel =
          FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw inUse(data);
      }
      Files.writeString(data.resolve(HOLDER), ProcessHandle.current().pid() + "\n");
      StateFolder state = new StateFolder(places, channel, lock);
      state.takeOver(version);
      return state;
    } catch (IOException e) {
      throw new LaunchFailure(
          ExitCode.BROKEN_STATE,
          """
          Cannot use the state folder %s: %s.
          Maybe it belongs to another user, is not a folder, or the disk is full."""
              .formatted(data, e),
          e);
    }
  }

  /** Checks first, so that a folder that is refused stays as it is. */
  private void takeOver(String version) throws IOException {
    boolean taken = false;
    try {
      StateForm.check(places.data());
      ConfigurationSeal seal = new ConfigurationSeal(places.data());
      seal.check();
      empty(places.temporary());
      createOwnerOnly(places.temporary());
      StateForm.write(places.data(), places.temporary(), version);
      seal.open();
      taken = true;
    } finally {
      if (!taken) {
        close();
      }
    }
  }

  /** After everything has stopped by itself: the configurations are final until the next start. */
  void seal() throws IOException {
    new ConfigurationSeal(places.data()).close();
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static LaunchFailure inUse(Path data) {
    String holder;
    try {
      holder = Files.readString(data.resolve(HOLDER)).strip();
    } catch (IOException e) {
      holder = "unknown";
    }
    return new LaunchFailure(
        ExitCode.STATE_IN_USE,
        """
        The state folder %s is in use by process %s.
        Maybe the platform runs already: try "souk status", "souk stop", or another --data folder."""
            .formatted(data, holder));
  }

  static void createOwnerOnly(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Tells command-line verbs where the platform answers. */
  void announce(String url, String version) throws IOException {
    String text =
        "pid=%d\nurl=%s\nversion=%s\nstarted=%s\n"
            .formatted(ProcessHandle.current().pid(), url, version, Instant.now());
    Path temporary = places.temporary().resolve("running.properties");
    Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
    Files.move(temporary, announcement(), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path announcement() {
    return places.data().resolve("running.properties");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(announcement());
    Files.deleteIfExists(places.data().resolve(HOLDER));
    lock.release();
    channel.close();
  }
}
