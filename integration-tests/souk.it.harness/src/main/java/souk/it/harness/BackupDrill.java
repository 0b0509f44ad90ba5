package souk.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Backups of a platform under writers, each restored elsewhere and compared with the history. */
public final class BackupDrill {
  /**
   * One archive.
   *
   * @param file where it lies
   * @param askedNanos before it was asked for
   * @param endedNanos after the answer had come
   * @param report what the platform says about it
   */
  public record Taken(Path file, long askedNanos, long endedNanos, JsonNode report) {}

  private final Path folder;
  private final History history;
  private final List<Taken> taken = new ArrayList<>();

  public BackupDrill(Path folder, History history) throws Exception {
    this.folder = Files.createDirectories(folder);
    this.history = history;
  }

  /** Takes one more backup of a running platform. */
  public Taken take(Platform platform) throws Exception {
    Path file = folder.resolve("backup-%03d.zip".formatted(taken.size() + 1));
    long asked = System.nanoTime();
    JsonNode report =
        platform.job("/backups", Platform.object().put("file", file.toAbsolutePath().toString()));
    Taken one = new Taken(file, asked, System.nanoTime(), report);
    taken.add(one);
    return one;
  }

  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** Restores as an admin would, into folders that do not exist yet; returns the state folder. */
  public Path restore(Taken one) throws Exception {
    Path target = folder.resolve(one.file().getFileName() + "-restored");
    File out = folder.resolve("restore.log").toFile();
    Process process =
        new ProcessBuilder(
                Platform.HOME.resolve("bin/souk").toString(),
                "restore",
                one.file().toString(),
                "--data",
                target.resolve("data").toString(),
                "--deploy",
                target.resolve("deploy").toString())
            .redirectErrorStream(true)
            .redirectOutput(out)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException("Not restored: " + Files.readString(out.toPath()));
    }
    return target.resolve("data");
  }

  /** Why a restored state is no prefix of what was acknowledged, or empty text. */
  public String complaint(Taken one, Path data) throws Exception {
    RestoredState state = RestoredState.read(data);
    String why = history.whyNotPrefix(state.changes(), one.askedNanos(), one.endedNanos());
    if (why.isEmpty()) {
      why = state.whySelectionDoesNotFit();
    }
    long marked = one.report().path("marks").path("decisions.records").asLong();
    return why.isEmpty() && marked != state.records()
        ? "%d records are restored, the report says %d".formatted(state.records(), marked)
        : why;
  }

  /** Removes what was restored. */
  public void forget(Path data) throws Exception {
    try (Stream<Path> tree = Files.walk(data.getParent())) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
