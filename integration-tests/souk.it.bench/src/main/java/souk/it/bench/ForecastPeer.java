package souk.it.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Somebody else's forecasting package in a process of its own: one series in, one answer out. */
final class ForecastPeer implements AutoCloseable {
  private final LinePeer peer;

  /**
   * One answer.
   *
   * @param millis processor time of the call, as the peer's own process counts it
   * @param wallMillis time on the wall, there
   * @param forecast values ahead; one NaN where the peer failed
   */
  record Answer(double millis, double wallMillis, double[] forecast) {}

  private ForecastPeer(LinePeer peer) {
    this.peer = peer;
  }

  /** R's package forecast; empty where R or the package is absent. */
  static Optional<ForecastPeer> forecast() throws IOException {
    return LinePeer.start("Rscript", "--vanilla", LinePeer.script("forecast.R").toString())
        .map(ForecastPeer::new);
  }

  /** Debian's statsmodels; empty where Python or the package is absent. */
  static Optional<ForecastPeer> statsmodels() throws IOException {
    return LinePeer.start(LinePeer.PYTHON, LinePeer.script("statsmodels_peer.py").toString())
        .map(ForecastPeer::new);
  }

  /** Version of the package. */
  String version() {
    return peer.version();
  }

  Answer ask(String method, double[] history, int season, int horizon) throws IOException {
    String values =
        Arrays.stream(history).mapToObj(Double::toString).collect(Collectors.joining(","));
    String line = peer.ask(method + " " + horizon + " " + season + " " + values);
    String[] words = line.split(" ", 3);
    double[] forecast =
        Arrays.stream(words[2].split(",", -1))
            .mapToDouble(word -> word.equals("NA") ? Double.NaN : Double.parseDouble(word))
            .toArray();
    return new Answer(Double.parseDouble(words[0]), Double.parseDouble(words[1]), forecast);
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }
}
