package souk.learn.tensorflow;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import souk.learn.api.CurvePoint;
import souk.learn.api.TrainingWatch;
import souk.learn.tensorflow.train.Order;
import souk.learn.tensorflow.train.TrainingProcess;

/**
 * Trains in a process of its own, so that neither a bad graph nor its memory can take the platform
 * along.
 */
final class ChildTraining implements AutoCloseable {
  private static final int POLL_MILLIS = 20;
  private static final int LINES_KEPT = 5;
  private static final int END_SECONDS = 10;

  /** The end of a line that was not cut off by the end of the process. */
  private static final String WHOLE = " .";

  private final Natives natives;
  private final Path scratch;
  private final Limits limits;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * What a training may take.
   *
   * @param heapMegabytes of the Java heap of the process
   * @param nativeMegabytes of the whole process; 0 does not limit
   * @param seconds it may last
   */
  record Limits(int heapMegabytes, int nativeMegabytes, long seconds) {}

  /**
   * What came of it.
   *
   * @param savedModel TensorFlow's form of a model
   * @param answers of the first validation rows by the variables that were learned
   * @param curve one point per epoch
   * @param bestEpoch whose weights are in the model
   */
  record Outcome(byte[] savedModel, float[] answers, List<CurvePoint> curve, int bestEpoch) {}

  ChildTraining(Natives natives, Path scratch, Limits limits) {
    this.natives = natives;
    this.scratch = scratch;
    this.limits = limits;
  }

  Outcome train(Order order, TrainingWatch watch) throws IOException {
    Files.createDirectories(scratch);
    Path folder = Files.createTempDirectory(scratch, "training");
    try {
      order.write(folder.resolve(TrainingProcess.ORDER));
      Process process = start(folder);
      running.add(process);
      try {
        return follow(process, folder, order, watch);
      } finally {
        end(process);
        running.remove(process);
      }
    } finally {
      delete(folder);
    }
  }

  private static void end(Process process) {
    try {
      process.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process start(Path folder) throws IOException {
    Path jars = scratch.resolve("code");
    String path =
        TrainingJar.of(ChildTraining.class, jars)
            + File.pathSeparator
            + String.join(File.pathSeparator, libraries(jars));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx%dm".formatted(limits.heapMegabytes()));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Djava.io.tmpdir=" + folder);
    command.add("-Dorg.bytedeco.javacpp.cachedir=" + folder);
    command.add("-Dorg.bytedeco.javacpp.platform.preloadpath=" + natives.folder());
    command.add("-Djava.library.path=" + natives.folder());
    command.add("-Dorg.bytedeco.javacpp.maxbytes=0");
    command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=%dm".formatted(limits.nativeMegabytes()));
    command.add("-cp");
    command.add(path);
    command.add(TrainingProcess.class.getName());
    command.add(folder.toString());
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
    builder.redirectError(folder.resolve("errors.txt").toFile());
    return builder.start();
  }

  private static List<String> libraries(Path jars) throws IOException {
    List<String> paths = new ArrayList<>();
    for (Class<?> type :
        List.of(
            org.tensorflow.Graph.class,
            org.tensorflow.internal.c_api.TF_Graph.class,
            org.tensorflow.ndarray.NdArray.class,
            org.bytedeco.javacpp.Loader.class,
            com.google.protobuf.Message.class)) {
      String path = TrainingJar.of(type, jars).toString();
      if (!paths.contains(path)) {
        paths.add(path);
      }
    }
    return paths;
  }

  private Outcome follow(Process process, Path folder, Order order, TrainingWatch watch)
      throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.seconds());
    List<CurvePoint> curve = new ArrayList<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      while (true) {
        if (watch.cancelled()) {
          throw new CancellationException(
              "The training was cancelled after %d epochs.".formatted(curve.size()));
        }
        if (System.nanoTime() > end) {
          throw ended("it did not end within %d s".formatted(limits.seconds()), curve);
        }
        boolean alive = process.isAlive();
        if (!lines.ready()) {
          if (!alive) {
            throw ended(why(process, folder), curve);
          }
          rest(curve);
          continue;
        }
        String line = lines.readLine();
        String[] words = (line == null ? "" : line).split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
          case TrainingProcess.POINT -> {
            if (rest.endsWith(WHOLE)) {
              CurvePoint point = point(rest);
              curve.add(point);
              watch.point(point, order.settings().epochs());
            }
          }
          case TrainingProcess.DONE -> {
            return outcome(folder, curve, Integer.parseInt(rest.split(" ", -1)[1]));
          }
          case TrainingProcess.FAILED -> throw ended(rest, curve);
          default -> {
            // Native libraries may print; that is of no concern.
          }
        }
      }
    }
  }

  private static void rest(List<CurvePoint> curve) {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException(
          "The training was interrupted after %d epochs.".formatted(curve.size()));
    }
  }

  private static CurvePoint point(String words) {
    String[] parts = words.split(" ", -1);
    return new CurvePoint(
        Integer.parseInt(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Long.parseLong(parts[3]));
  }

  private static Outcome outcome(Path folder, List<CurvePoint> curve, int best) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(TrainingProcess.ANSWERS));
    float[] answers = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(answers);
    return new Outcome(
        Files.readAllBytes(folder.resolve(TrainingProcess.MODEL)), answers, curve, best);
  }

  private static String why(Process process, Path folder) throws IOException {
    List<String> errors = new ArrayList<>();
    Path file = folder.resolve("errors.txt");
    if (Files.exists(file)) {
      errors.addAll(
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .limit(LINES_KEPT)
              .toList());
    }
    return "its process ended with %d%s"
        .formatted(
            process.exitValue(),
            errors.isEmpty() ? "; maybe it was killed" : ": " + String.join(" | ", errors));
  }

  private static IllegalStateException ended(String why, List<CurvePoint> curve) {
    return new IllegalStateException(
        "The training ended after %d epochs without a model: %s.".formatted(curve.size(), why));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Override
  public void close() {
    running.forEach(Process::destroyForcibly);
  }
}
