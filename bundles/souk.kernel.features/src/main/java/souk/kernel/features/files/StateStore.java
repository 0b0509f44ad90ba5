package souk.kernel.features.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * States below {@code data/features}: one file each in {@code states/}, and the file {@code
 * current} that holds the number of the one in force. A state comes into force by the rename of
 * that one file. The last {@value #KEPT} predecessors are kept for undo.
 */
public final class StateStore {
  static final int KEPT = 10;

  private final Path folder;

  public StateStore(Path folder) {
    this.folder = folder;
  }

  public FeatureState current() {
    try {
      Path file = folder.resolve("current");
      return Files.exists(file)
          ? read(Integer.parseInt(Files.readString(file).strip()))
          : FeatureState.distribution();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FeatureState read(int number) throws IOException {
    if (number == 0) {
      return FeatureState.distribution();
    }
    Path file = file(number);
    try {
      return FeatureState.parse(number, Files.readAllLines(file));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("The state file " + file + " is damaged: " + e.getMessage(), e);
    }
  }

  private Path file(int number) {
    return folder.resolve("states").resolve(number + ".txt");
  }

  /** The state to which an undo leads; empty if nothing was changed or it is no longer kept. */
  public Optional<FeatureState> before(FeatureState state) {
    try {
      if (state.number() == 0 || (state.parent() != 0 && !Files.exists(file(state.parent())))) {
        return Optional.empty();
      }
      return Optional.of(read(state.parent()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a new state durably, not yet in force, and returns it with its number. */
  public FeatureState write(FeatureState changed) {
    try {
      Files.createDirectories(folder.resolve("states"));
      FeatureState state = changed.numbered(highest() + 1);
      durably(file(state.number()), state.text());
      return state;
    } catch (IOException e) {
      throw new UncheckedIOException("The new list of features could not be written.", e);
    }
  }

  /** Puts a written state into force. */
  public void enforce(FeatureState state) {
    try {
      Files.createDirectories(folder);
      durably(folder.resolve("current"), Integer.toString(state.number()) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The new list of features could not be put in force.", e);
    }
  }

  /** Every state that can still be reached by undo, newest first; forgets the others. */
  public List<FeatureState> reachable() {
    try {
      Map<Integer, FeatureState> chain = new LinkedHashMap<>();
      Optional<FeatureState> next = Optional.of(current());
      while (next.isPresent() && next.get().number() != 0 && chain.size() <= KEPT) {
        chain.put(next.get().number(), next.get());
        next = before(next.get());
      }
      for (int number : numbers()) {
        if (!chain.containsKey(number)) {
          Files.deleteIfExists(file(number));
        }
      }
      return List.copyOf(chain.values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int highest() throws IOException {
    return numbers().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private List<Integer> numbers() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    if (Files.isDirectory(folder.resolve("states"))) {
      try (var files = Files.list(folder.resolve("states"))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.matches("\\d{1,9}\\.txt"))
            .forEach(name -> numbers.add(Integer.valueOf(name.substring(0, name.length() - 4))));
      }
    }
    return numbers;
  }

  /** A new content under a name, or the old one; never half. */
  private static void durably(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel parent = FileChannel.open(file.toAbsolutePath().getParent())) {
      parent.force(true);
    } catch (IOException e) {
      // some systems cannot synchronise a folder; the file itself is safe
      if (!System.getProperty("os.name", "").startsWith("Windows")) {
        throw e;
      }
    }
  }
}
