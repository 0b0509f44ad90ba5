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

/** Somebody else's forecasting package in a process of its own: one series in, one answer out. */
final class ForecastPeer implements AutoCloseable {
  /** Debian's own, for which the packages are installed. */
  static final String PYTHON = "/usr/bin/python3";

  private final Process process;
  private final BufferedWriter to;
  private final BufferedReader from;
  private final String version;

  /**
   * One answer.
   *
   * @param millis processor time of the call, as the peer's own process counts it
   * @param wallMillis time on the wall, there
   * @param forecast values ahead; one NaN where the peer failed
   */
  record Answer(double millis, double wallMillis, double[] forecast) {}

  private ForecastPeer(Process process, BufferedWriter to, BufferedReader from, String version) {
    this.process = process;
    this.to = to;
    this.from = from;
    this.version = version;
  }

  /** R's package forecast; empty where R or the package is absent. */
  static Optional<ForecastPeer> forecast() throws IOException {
    return start("Rscript", "--vanilla", script("forecast.R").toString());
  }

  /** Debian's statsmodels; empty where Python or the package is absent. */
  static Optional<ForecastPeer> statsmodels() throws IOException {
    return start(PYTHON, script("statsmodels_peer.py").toString());
  }

  /** A script in integration-tests/peers. */
  static Path script(String name) {
    return Path.of(System.getProperty("souk.root", "."), "integration-tests/peers", name);
  }

  private static Optional<ForecastPeer> start(String... command) throws IOException {
    Process process;
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("OPENBLAS_NUM_THREADS", "1");
      process = builder.start();
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
      throw new IOException("The peer ended in the middle of a series, method " + method + ".");
    }
    String[] words = line.strip().split(" ", 3);
    double[] forecast =
        Arrays.stream(words[2].split(",", -1))
            .mapToDouble(word -> word.equals("NA") ? Double.NaN : Double.parseDouble(word))
            .toArray();
    return new Answer(Double.parseDouble(words[0]), Double.parseDouble(words[1]), forecast);
  }

  @Override
  public void close() throws IOException {
    to.close();
    process.destroy();
  }
}
