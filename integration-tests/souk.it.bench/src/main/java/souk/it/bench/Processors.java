package souk.it.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Who used the processors, told by the operating system: a latency on a busy machine says little
 * without it.
 *
 * @param platformMillis processor time of the platform's process
 * @param compilerMillis part of it that its just-in-time compiler took
 * @param clientMillis processor time of this process, the tills
 * @param allMillis processor time of everybody
 * @param stolenMillis processor time that the machine's host gave to others
 * @param nanos moment
 */
record Processors(
    long platformMillis,
    long compilerMillis,
    long clientMillis,
    long allMillis,
    long stolenMillis,
    long nanos) {
  private static final int TICK_MILLIS = 10;

  static Processors now(long pid) throws IOException {
    return new Processors(
        ofProcess(Path.of("/proc/" + pid + "/stat")),
        compiler(pid),
        ofProcess(Path.of("/proc/self/stat")),
        ticks(1) + ticks(2) + ticks(3) + ticks(6) + ticks(7),
        ticks(8),
        System.nanoTime());
  }

  Processors since(Processors before) {
    return new Processors(
        platformMillis - before.platformMillis,
        compilerMillis - before.compilerMillis,
        clientMillis - before.clientMillis,
        allMillis - before.allMillis,
        stolenMillis - before.stolenMillis,
        nanos - before.nanos);
  }

  /** Processors in use by others than the platform and the tills, on average. */
  double others() {
    return Math.max(0, (allMillis - platformMillis - clientMillis) / (nanos / 1e6));
  }

  String text(long quotes) {
    double millis = nanos / 1e6;
    return String.format(
        Locale.ROOT,
        "processors: platform %.2f (compiler %.2f), tills %.2f, others %.2f, stolen by the host %.3f; platform %.0f us per quote",
        platformMillis / millis,
        compilerMillis / millis,
        clientMillis / millis,
        others(),
        stolenMillis / millis,
        1e3 * (platformMillis - compilerMillis) / Math.max(1, quotes));
  }

  /** A column of the first line: user, nice, system, idle, waiting, interrupts (two), stolen. */
  private static long ticks(int column) throws IOException {
    String[] ticks = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +", -1);
    return TICK_MILLIS * Long.parseLong(ticks[column]);
  }

  private static long compiler(long pid) throws IOException {
    long sum = 0;
    try (DirectoryStream<Path> threads =
        Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      for (Path thread : threads) {
        try {
          String name = Files.readString(thread.resolve("comm"));
          if (name.startsWith("C1 ") || name.startsWith("C2 ")) {
            sum += ofProcess(thread.resolve("stat"));
          }
        } catch (NoSuchFileException ended) {
          continue;
        }
      }
    }
    return sum;
  }

  private static long ofProcess(Path stat) throws IOException {
    String text = Files.readString(stat);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    return TICK_MILLIS * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
  }
}
