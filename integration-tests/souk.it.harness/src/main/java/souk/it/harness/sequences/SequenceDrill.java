package souk.it.harness.sequences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import souk.it.harness.Platform;
import souk.it.harness.ProbeBundle;
import souk.it.harness.exchange.Exchange;
import souk.learn.api.SequenceTable;

/**
 * Has a bundle of ours learn and ask inside a running platform, kill a training and exchange the
 * provider, and reads what it saw.
 */
public final class SequenceDrill {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Name of the model that is learned over HTTP. */
  static final String KEPT = "steps";

  /** Epochs of the training over HTTP. */
  public static final int EPOCHS = 3;

  private static final int ROWS = 400;
  private static final String FEATURE = "souk.feature.sequences";
  private static final String IMPORTS =
      "org.osgi.framework,org.osgi.framework.wiring,souk.kernel.api,souk.learn.api,souk.learn.spi,"
          + "souk.model,ai.djl.engine";

  private SequenceDrill() {}

  /**
   * Starts the platform of the first archive, brings the second one while it runs, and lets the
   * bundle work.
   *
   * @param natives folder of TensorFlow's native library
   * @param work what is done, such as {@code rows=20000 epochs=3 calls=5000}, or {@code rows=0} to
   *     ask the model that was learned over HTTP; with {@code again=1} the feature is also removed
   *     and installed again, and asked once more
   * @return what was seen; {@code refused} is the answer to an installation before the archive came
   */
  public static Properties run(Path folder, Path natives, String work) throws Exception {
    Path home = SecondArchive.firstArchive(folder.resolve("home"));
    try (Platform platform = Platform.startAt(home, folder, "-Dsouk.deploy.pollMillis=100")) {
      ObjectNode change = Platform.object().put("feature", FEATURE).put("reason", "networks");
      HttpResponse<String> refused =
          platform.send("POST", "/features/install", change, platform.key("admin"));
      SecondArchive.unpackOver(home, natives);
      platform.job("/features/install", change);
      JsonNode learned = platform.job("/learning/sequences", overHttp());
      Path probe =
          ProbeBundle.write(
              folder,
              SequenceProbe.class,
              IMPORTS,
              Map.of(SequenceProbe.WORK, work),
              Measurement.class,
              Waves.class,
              Exchange.class);
      platform.drop(probe, "probe.jar");
      Path file = platform.data().resolve(SequenceProbe.FIGURES);
      Platform.await("the figures", LIMIT, () -> Files.exists(file), there -> there);
      Properties seen = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        seen.load(reader);
      }
      seen.setProperty("refused", refused.statusCode() + " " + refused.body());
      seen.setProperty("jobScores", learned.path("scores").toString());
      JsonNode kept = platform.get("/learning/models/" + KEPT).at("/versions/0/curve");
      seen.setProperty("keptCurvePoints", Integer.toString(kept.size()));
      if (work.contains("again=1")) {
        platform.job("/features/remove", change);
        platform.job("/features/install", change);
        seen.setProperty("again", platform.finished("/learning/sequences", overHttp()).toString());
      }
      return seen;
    }
  }

  private static ObjectNode overHttp() {
    SequenceTable waves = Waves.rows(ROWS, 1);
    ObjectNode body = Platform.object().put("goal", "REAL").put("network", "LSTM");
    body.put("keep", KEPT).putObject("options").put("hidden", 16).put("epochs", EPOCHS);
    body.set("rows", Platform.JSON.valueToTree(waves.sequences().figures()));
    body.set("target", Platform.JSON.valueToTree(waves.target()));
    body.set("predict", Platform.JSON.valueToTree(waves.sequences().rows(0, 1).figures()));
    return body;
  }
}
