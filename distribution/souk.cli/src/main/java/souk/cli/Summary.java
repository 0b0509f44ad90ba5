package souk.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The table at the end of the demonstration. */
final class Summary {
  private static final int LABEL = 26;

  private final List<String> lines = new ArrayList<>();

  void section(String title) {
    lines.add("");
    lines.add(title);
    lines.add("-".repeat(title.length()));
  }

  void row(String label, String value) {
    lines.add(label + " ".repeat(Math.max(1, LABEL - label.length())) + value);
  }

  void raw(String line) {
    lines.add(line);
  }

  void print(PrintStream out) {
    lines.forEach(out::println);
  }
}
