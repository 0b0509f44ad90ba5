package souk.it.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import souk.data.api.LoadException;

/**
 * Very large sources, each loaded by a process whose whole heap is 64 MB plus twice the size of the
 * file. The engine's own memory lies outside the heap and has a limit of its own.
 */
final class FuzzMemory {
  private static final int MEGABYTE = 1 << 20;

  private FuzzMemory() {}

  /** One very large source. */
  @FunctionalInterface
  private interface Maker {
    void write(OutputStream out) throws IOException;
  }

  static void measure(Result result) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("souk-fuzz-memory");
    int failed = 0;
    for (Map.Entry<String, Maker> source : sources().entrySet()) {
      Path file = folder.resolve(source.getKey());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), MEGABYTE)) {
        source.getValue().write(out);
      }
      failed += fits(folder, file) ? 0 : 1;
      Files.delete(file);
    }
    result
        .with("large", sources().size())
        .with("overMemory", failed)
        .require(failed == 0, "heap <= 64 MB + 2 x input");
  }

  private static boolean fits(Path folder, Path file) throws IOException, InterruptedException {
    long heap = 64 + (2 * Files.size(file) + MEGABYTE - 1) / MEGABYTE;
    Path said = folder.resolve("said.txt");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-XX:+UseSerialGC",
                "-Xmx" + heap + "m",
                "-cp",
                System.getProperty("java.class.path"),
                FuzzMemory.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean fits = child.waitFor(10, TimeUnit.MINUTES) && child.exitValue() == 0;
    String last = Files.readString(said).lines().reduce("", (a, b) -> b);
    System.out.printf(
        "%s, %.1f MB, heap %d MB: %s%n",
        file.getFileName(), Files.size(file) / (double) MEGABYTE, heap, last);
    return fits;
  }

  /** Loads one file; ends with 0 if it was loaded or refused by name. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Path folder = Files.createTempDirectory(file.getParent(), "state");
    try (FuzzTarget target = new FuzzTarget(folder)) {
      System.out.println(target.take(file, FuzzSamples.MAPPING));
    } catch (LoadException e) {
      System.out.println(e.code());
    }
  }

  private static Map<String, Maker> sources() {
    String head = String.join(",", FuzzSamples.COLUMNS) + "\n";
    String line = "1,2024-05-06 10:00,A,Tea,2,1.50,c1\n";
    String object =
        "{\"order\": 1, \"at\": \"2024-05-06 10:00\", \"sku\": \"A\", \"name\": \"Tea\", \"qty\": 2,"
            + " \"price\": 1.50, \"customer\": \"c1\"}\n";
    Map<String, Maker> sources = new LinkedHashMap<>();
    sources.put("field-10mb.csv", o -> put(o, head, "1,", "x", 10 * MEGABYTE, "\n" + line));
    sources.put(
        "chinese-field-10mb.csv", o -> put(o, head, "1,", "茶", 10 * MEGABYTE / 3, "\n" + line));
    sources.put(
        "open-quote-50mb.csv", o -> put(o, head, "1,\"", line, 50 * MEGABYTE / line.length(), ""));
    sources.put("columns-1000000.csv", o -> put(o, "", "", "col,", 1_000_000, "z\n" + line));
    sources.put("rows-500000.csv", o -> put(o, head, "", line, 500_000, ""));
    sources.put(
        "field-10mb.jsonl",
        o -> put(o, object, "{\"name\": \"", "x", 10 * MEGABYTE, "\"}\n" + object));
    sources.put(
        "keys-1000000.jsonl",
        o -> put(o, object, "{", "\"key\": 1, ", 1_000_000, "\"z\": 0}\n" + object));
    sources.put("depth-100000.jsonl", o -> put(o, object, "{\"a\": ", "[", 100_000, "\n" + object));
    sources.put("rows-200000.jsonl", o -> put(o, "", "", object, 200_000, ""));
    return sources;
  }

  private static void put(
      OutputStream out, String head, String before, String repeated, int times, String after)
      throws IOException {
    for (String text : List.of(head, before)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = repeated.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < times; i++) {
      out.write(bytes);
    }
    out.write(after.getBytes(StandardCharsets.UTF_8));
  }
}
