package souk.data.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import souk.data.api.LoadException;

/** How a file is written, with the options that make sense for it. */
enum FileFormat {
  CSV("csv", Set.of("format", "delimiter", "quote", "charset", "header")),
  JSON_LINES("jsonl", Set.of("format", "charset")),
  PARQUET("parquet", Set.of("format"));

  private static final byte[] PARQUET_MARK = {'P', 'A', 'R', '1'};
  private final String title;
  private final Set<String> options;

  FileFormat(String title, Set<String> options) {
    this.title = title;
    this.options = options;
  }

  /**
   * The format as stated, else by the name of the file, else Parquet if it begins like it, else
   * CSV.
   *
   * @throws LoadException if the stated one is unknown, or an option belongs to another format
   */
  static FileFormat of(Path path, Map<String, String> options) throws IOException {
    String stated = options.get("format");
    FileFormat format = stated == null ? guessed(path) : named(stated);
    for (Map.Entry<String, String> option : new TreeMap<>(options).entrySet()) {
      if (!format.options.contains(option.getKey())) {
        throw FileOptions.wrong(
            option.getKey(),
            option.getValue(),
            "left out; for %s known are %s"
                .formatted(format.title, format.options.stream().sorted().toList()));
      }
    }
    return format;
  }

  private static FileFormat named(String title) {
    return Arrays.stream(values())
        .filter(format -> format.title.equals(title))
        .findFirst()
        .orElseThrow(() -> FileOptions.wrong("format", title, "one of csv, jsonl and parquet"));
  }

  private static FileFormat guessed(Path path) throws IOException {
    String name = path.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return JSON_LINES;
    }
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(4), PARQUET_MARK) ? PARQUET : CSV;
    }
  }
}
