package souk.it.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Makes the source of one case from its seed: sound at first, then spoilt. */
final class FuzzSource {
  private static final List<String> CHARSETS =
      List.of("UTF-8", "GBK", "UTF-16LE", "UTF-16BE", "windows-1252", "GB18030");
  private final Random random;

  FuzzSource(long seed) {
    this.random = new Random(seed);
  }

  FuzzInput make() {
    int kind = random.nextInt(20);
    Map<String, String> options = new HashMap<>();
    if (kind < 4) {
      String mapping = new FuzzMapping(random).spoilt();
      return new FuzzInput(
          "mapping", "m.csv", csv().getBytes(StandardCharsets.UTF_8), options, mapping);
    }
    boolean json = kind >= 12;
    String text = json ? json() : csv();
    byte[] bytes = encoded(text, options);
    for (int i = random.nextInt(3); i > 0; i--) {
      bytes = spoilt(bytes);
    }
    String name = json ? "s.jsonl" : "s.csv";
    if (random.nextInt(12) == 0) {
      bytes = gzip(bytes);
      name += random.nextBoolean() ? ".gz" : "";
      bytes = random.nextInt(3) == 0 ? spoilt(bytes) : bytes;
    }
    if (random.nextInt(40) == 0) {
      options.put(
          List.of("delimiter", "quote", "header", "charset", "format", "nonsense")
              .get(random.nextInt(6)),
          FuzzSamples.value(random));
    }
    return new FuzzInput(json ? "json" : "csv", name, bytes, options, FuzzSamples.MAPPING);
  }

  private String csv() {
    StringBuilder text = new StringBuilder(String.join(",", FuzzSamples.COLUMNS)).append('\n');
    String end = random.nextInt(5) == 0 ? "\r\n" : "\n";
    for (int i = random.nextInt(12); i >= 0; i--) {
      String[] row = FuzzSamples.row(random);
      for (int c = 0; c < row.length; c++) {
        boolean quote = random.nextInt(20) != 0 && row[c].matches("(?s).*[,\"\r\n].*");
        text.append(c == 0 ? "" : ",")
            .append(quote ? '"' + row[c].replace("\"", "\"\"") + '"' : row[c]);
      }
      text.append(random.nextInt(40) == 0 ? ",surplus" : "").append(end);
    }
    return switch (random.nextInt(400)) {
      case 0 -> text + "1," + "x".repeat(1_000_000 + random.nextInt(1_000_000)) + "\n";
      case 1 -> "c,".repeat(100_000) + "c\n" + text;
      case 2 -> text + "\"" + text.toString().repeat(50);
      default -> text.toString();
    };
  }

  private String json() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(object(FuzzSamples.row(random))).append('\n');
    }
    return switch (random.nextInt(200)) {
      case 0 -> text + "{\"a\": " + "[".repeat(100_000) + "\n" + text;
      case 1 -> text + "{\"a\": ".repeat(100_000) + "\n" + text;
      case 2 -> text + "{\"name\": \"" + "x".repeat(2_000_000) + "\"}\n";
      case 3 -> text + "{" + "\"k%d\": 1, ".repeat(5_000).formatted(numbers()) + "\"z\": 0}\n";
      default -> text.toString();
    };
  }

  private Object[] numbers() {
    Object[] numbers = new Object[5_000];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  private String object(String[] row) {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < row.length; i++) {
      out.append(i == 0 ? "" : ", ")
          .append('"')
          .append(FuzzSamples.COLUMNS.get(random.nextInt(40) == 0 ? 0 : i))
          .append("\": ");
      switch (random.nextInt(12)) {
        case 0 -> out.append(row[i]);
        case 1 -> out.append("{\"in\": \"").append(i).append("\"}");
        case 2 -> out.append("[1, \"a\", {\"b\": null}]");
        default -> out.append('"').append(escaped(row[i])).append('"');
      }
    }
    return out.append(random.nextInt(30) == 0 ? "" : "}").toString();
  }

  private String escaped(String text) {
    return random.nextInt(20) == 0
        ? text
        : text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
            .replace("\u0000", "\\u0000")
            .replace("\u0001", random.nextBoolean() ? "\\ud800" : "\\u0001");
  }

  private byte[] encoded(String text, Map<String, String> options) {
    if (random.nextInt(4) != 0) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    String charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
    String marked = random.nextInt(3) == 0 ? "\uFEFF" + text : text;
    if (random.nextBoolean()) {
      options.put("charset", charset);
    }
    return marked.getBytes(Charset.forName(charset));
  }

  private byte[] spoilt(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (random.nextInt(6)) {
      case 0 -> {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << random.nextInt(8));
        return changed;
      }
      case 1 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 2 -> {
        out.write(bytes, 0, at);
        out.write(bytes, at + length, bytes.length - at - length);
      }
      case 3 -> {
        out.write(bytes, 0, at + length);
        out.write(bytes, at, bytes.length - at);
      }
      case 4 -> {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        out.write(bytes, 0, at);
        out.writeBytes(noise);
        out.write(bytes, at, bytes.length - at);
      }
      default -> {
        out.write(bytes, 0, at);
        out.writeBytes(FuzzSamples.value(random).getBytes(StandardCharsets.UTF_8));
        out.write(bytes, at, bytes.length - at);
      }
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
