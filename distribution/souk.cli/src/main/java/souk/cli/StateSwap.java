package souk.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Exchanges the state folder and the drop folder of a platform that does not run, by renaming; what
 * was there before is kept beside them.
 */
final class StateSwap {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String NOTE = "restored.properties";
  private static final Set<String> NO_STATE = Set.of("lock", "log", "tmp", "felix", "README.txt");

  private final Path data;
  private final Path deploy;
  private final String stamp;

  StateSwap(Path data, Path deploy, Instant now) {
    this.data = data;
    this.deploy = deploy;
    this.stamp = STAMP.format(now);
  }

  /** A folder beside the state folder, so that it can be renamed into its place. */
  Path staging() {
    return data.resolveSibling(data.getFileName() + ".restoring-" + stamp);
  }

  /** True if there is a state that a restore would replace. */
  boolean occupied() throws IOException {
    return holdsState(data) || holdsState(deploy);
  }

  private static boolean holdsState(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.anyMatch(entry -> !NO_STATE.contains(entry.getFileName().toString()));
    }
  }

  /**
   * Puts what was unpacked into its place and keeps the keys of the folder it replaces.
   *
   * @param staging holds {@code data} and perhaps {@code deploy}
   * @param source where it comes from, for the audit
   * @return folders that were put aside
   */
  List<Path> install(Path staging, String source) throws IOException {
    Path fresh = staging.resolve("data");
    Path freshDeploy = staging.resolve("deploy");
    OwnerOnly.createFolders(staging, fresh);
    if (holdsState(deploy)) {
      OwnerOnly.createFolders(staging, freshDeploy);
    }
    copySecrets(fresh);
    Path oldData = aside(data);
    Path oldDeploy = aside(deploy);
    Properties note = new Properties();
    note.setProperty("source", source);
    note.setProperty("previous.data", Files.exists(data) ? oldData.toString() : "");
    boolean drops = Files.exists(freshDeploy) && Files.exists(deploy);
    note.setProperty("previous.deploy", drops ? oldDeploy.toString() : "");
    try (Writer writer = Files.newBufferedWriter(fresh.resolve(NOTE), StandardCharsets.UTF_8)) {
      note.store(writer, null);
    }
    return exchange(
        fresh, oldData, Files.exists(freshDeploy) ? freshDeploy : Path.of(""), oldDeploy);
  }

  /** Puts back what the last restore replaced. */
  List<Path> undo() throws IOException {
    Properties note = new Properties();
    Path file = data.resolve(NOTE);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        note.load(reader);
      }
    }
    Path before = Path.of(note.getProperty("previous.data", ""));
    Path beforeDeploy = Path.of(note.getProperty("previous.deploy", ""));
    if (before.toString().isEmpty() || !Files.isDirectory(before)) {
      throw new CliFailure(
          ExitCode.USAGE,
          """
          There is nothing to undo in %s: no folder from before a restore is known or left.
          Maybe the restore went into an empty folder: then delete that folder."""
              .formatted(data));
    }
    return exchange(before, aside(data), beforeDeploy, aside(deploy));
  }

  /** Two renames per folder; when one fails, those before it are taken back. */
  private List<Path> exchange(Path newData, Path oldData, Path newDeploy, Path oldDeploy)
      throws IOException {
    Renames renames = new Renames();
    try (FileChannel channel = lock()) {
      renames.move(data, oldData);
      renames.move(newData, data);
      if (!newDeploy.toString().isEmpty()) {
        renames.move(deploy, oldDeploy);
        renames.move(newDeploy, deploy);
      }
    } catch (IOException e) {
      renames.takeBack(e);
      throw e;
    }
    return Stream.of(oldData, oldDeploy).filter(Files::exists).toList();
  }

  private FileChannel lock() throws IOException {
    if (!Files.isDirectory(data)) {
      return null;
    }
    FileChannel channel =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new CliFailure(
          ExitCode.STATE_IN_USE,
          """
          The state folder %s is in use.
          Maybe the platform runs: stop it first with "souk stop"."""
              .formatted(data));
    }
    return channel;
  }

  private void copySecrets(Path fresh) throws IOException {
    Path secrets = data.resolve("secrets");
    if (!Files.isDirectory(secrets)) {
      return;
    }
    Path target = fresh.resolve("secrets");
    OwnerOnly.createFolders(fresh, target);
    try (Stream<Path> files = Files.list(secrets)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (var out = OwnerOnly.create(target.resolve(file.getFileName()))) {
          Files.copy(file, out);
        }
      }
    }
  }

  private Path aside(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".before-" + stamp);
  }
}
