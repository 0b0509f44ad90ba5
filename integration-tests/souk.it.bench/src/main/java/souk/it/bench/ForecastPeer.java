package souk.it.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** R's forecast package in a process of its own: one series in, one answer out. */
final class ForecastPeer implements AutoCloseable {
  private final Process process;
  private final BufferedWriter to;
  private final BufferedReader from;
  private final String version;

  /**
   * One answer.
   *
   * @param millis processor time of the call inside R
   * @param forecast values ahead; NaN where R failed
   */
  record Answer(double millis, double[] forecast) {}

  private ForecastPeer(Process process, BufferedWriter to, BufferedReader from, String version) {
    this.process = process;
    this.to = to;
    this.from = from;
    this.version = version;
  }

  /** Starts it; empty where R or the package is absent. */
  static Optional<ForecastPeer> start(Path script) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder("Rscript", "--vanilla", script.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException absent) {
      return Optional.empty();
    }
    BufferedReader from =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    BufferedWriter to =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII));
    String first = from.readLine();
    if (first == null || !first.startsWith("ready")) {
      process.destroy();
      return Optional.empty();
    }
    return Optional.of(new ForecastPeer(process, to, from, first.substring(6).strip()));
  }

  /** Version of the package. */
  String version() {
    return version;
  }

  Answer ask(String method, double[] history, int season, int horizon) throws IOException {
    String values =
        Arrays.stream(history).mapToObj(Double::toString).collect(Collectors.joining(","));
    to.write(method + " " + horizon + " " + season + " " + values + "\n");
    to.flush();
    String line = from.readLine();
    if (line == null) {
      throw new IOException("R ended in the middle of a series, method " + method + ".");
    }
    String[] words = line.strip().split(" ", 2);
    double[] forecast =
        Arrays.stream(words[1].split(",", -1))
            .mapToDouble(word -> word.equals("NA") ? Double.NaN : Double.parseDouble(word))
            .toArray();
    return new Answer(Double.parseDouble(words[0]), forecast);
  }

  @Override
  public void close() throws IOException {
    to.close();
    process.destroy();
  }
}
