package souk.cli;

import java.io.PrintStream;
import java.util.Locale;

/** One line on the error stream: percent, what happens, rate, remaining time. */
final class ProgressBar {
  private static final int WIDTH = 24;

  private final PrintStream out;
  private final boolean terminal;
  private final String title;
  private final long begin = System.nanoTime();
  private int lastTenth = -1;
  private int lastLength;

  ProgressBar(PrintStream out, boolean terminal, String title) {
    this.out = out;
    this.terminal = terminal;
    this.title = title;
  }

  static ProgressBar onErrorStream(String title) {
    return new ProgressBar(System.err, System.console() != null, title);
  }

  /**
   * @param percent 0 to 100
   * @param rate things per second as the platform words it, may be empty
   * @param remainingMillis below 0 when unknown
   */
  void show(double percent, String rate, long remainingMillis, String message) {
    int tenth = (int) (percent / 10);
    String text = line(percent, rate, remainingMillis, message);
    if (terminal) {
      out.print("\r" + text + " ".repeat(Math.max(0, lastLength - text.length())));
      lastLength = text.length();
    } else if (tenth > lastTenth) {
      out.println(text);
      lastTenth = tenth;
    }
    out.flush();
  }

  void done(String message) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    String text = String.format(Locale.ROOT, "%-28s %6.1f s  %s", title, seconds, message);
    if (terminal) {
      out.print("\r" + text + " ".repeat(Math.max(0, lastLength - text.length())) + "\n");
    } else {
      out.println(text);
    }
    out.flush();
  }

  String line(double percent, String rate, long remainingMillis, String message) {
    int filled = (int) Math.round(Math.max(0, Math.min(100, percent)) / 100 * WIDTH);
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    String left =
        remainingMillis < 0
            ? ""
            : String.format(Locale.ROOT, ", %d s left", (remainingMillis + 999) / 1000);
    String speed = rate.isBlank() ? "" : ", " + rate;
    return String.format(
            Locale.ROOT, "%-28s [%s] %3.0f %%%s%s  %s", title, bar, percent, speed, left, message)
        .stripTrailing();
  }
}
