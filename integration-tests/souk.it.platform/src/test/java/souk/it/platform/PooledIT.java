package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;

/** One model over many series in the running platform: kept, found again, damaged, done without. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PooledIT {
  private static final int SERIES = 120;
  private static final int WEEKS = 100;

  @TempDir static Path folder;
  private static Platform platform;

  @BeforeAll
  static void start() throws Exception {
    platform = Platform.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  private static ObjectNode request() {
    ObjectNode body = Platform.object().put("strategy", "pooled").put("season", 52);
    body.put("horizon", 4).put("frequency", "WEEK").put("origin", "2024-01-01");
    body.putArray("quantiles").add(0.1).add(0.9);
    ArrayNode all = body.putArray("series");
    for (int i = 0; i < SERIES; i++) {
      ObjectNode one = all.addObject().put("id", "s" + i);
      ArrayNode values = one.putArray("values");
      ArrayNode leaflet = one.putObject("covariates").putArray("leaflet");
      for (int t = 0; t < WEEKS + 4; t++) {
        int flag = (t * 7 + i * 3) % 9 == 0 || t == WEEKS + 1 ? 1 : 0;
        leaflet.add(flag);
        if (t < WEEKS) {
          values.add((20 + i % 9) * (flag == 1 ? 3 : 1) + (t * 31 + i * 17) % 5 - 2);
        }
      }
    }
    return body;
  }

  private static JsonNode forecast() throws Exception {
    return platform.job("/forecasts/adhoc", request());
  }

  private static String notes(JsonNode answer) {
    return answer.path("series").get(0).path("notes").toString();
  }

  private static List<Path> models() throws Exception {
    Path all = platform.data().resolve("models");
    try (Stream<Path> files = Files.exists(all) ? Files.walk(all) : Stream.empty()) {
      return files.filter(file -> file.toString().endsWith(".model")).sorted().toList();
    }
  }

  @Test
  @Order(1)
  void aWholePanelIsForecastAndTheModelKept() throws Exception {
    JsonNode answer = forecast();
    assertEquals(SERIES, answer.path("series").size());
    JsonNode mean = answer.path("series").get(4).path("mean");
    assertEquals(3, mean.get(1).asDouble() / mean.get(2).asDouble(), 0.5, mean.toString());
    assertTrue(notes(answer).contains("learned anew"), notes(answer));
    assertEquals(1, models().size());
  }

  @Test
  @Order(2)
  void afterAKillTheKeptModelAnswersTheSame() throws Exception {
    JsonNode before = forecast();
    platform.kill();
    platform = Platform.start(folder);
    JsonNode after = forecast();
    assertTrue(notes(after).contains("the data are the same"), notes(after));
    for (int i = 0; i < SERIES; i += 7) {
      assertEquals(
          before.path("series").get(i).path("quantiles"),
          after.path("series").get(i).path("quantiles"));
    }
  }

  @Test
  @Order(3)
  void aDamagedFileIsRefusedByNameAndTheModelLearnedAnew() throws Exception {
    Path file = models().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    JsonNode answer = forecast();
    assertTrue(notes(answer).contains(file.getFileName().toString()), notes(answer));
    assertTrue(notes(answer).contains("learned anew"), notes(answer));
    assertEquals(2, models().size());
    assertTrue(notes(forecast()).contains("Version 2"));
  }

  @Test
  @Order(4)
  void withoutTheModelRegistryEachRunLearns() throws Exception {
    ObjectNode change = Platform.object().put("feature", "souk.feature.learn").put("reason", "it");
    platform.job("/features/remove", change);
    assertTrue(platform.offers("Forecaster", "pooled"));
    JsonNode answer = forecast();
    assertEquals(SERIES, answer.path("series").size());
    assertEquals("[]", notes(answer));
    platform.job("/features/install", change);
    assertTrue(notes(forecast()).contains("Version 2"));
  }

  /** XGBoost's native code is loaded once, however often its learner is swapped. */
  @Test
  @Order(5)
  void nativeCodeIsMappedOnce() throws Exception {
    learn();
    assertEquals(1, mapped(), "after the first training");
    for (int round = 0; round < 3; round++) {
      learn();
      assertEquals(1, mapped(), "after training " + (round + 2));
    }
  }

  /** The role's self-test trains. */
  private static void learn() throws Exception {
    platform.post(
        "/strategies/TabularLearner/warm",
        Platform.object().put("strategy", "tribuo-xgboost").put("version", "1.0.0"));
  }

  private static long mapped() throws Exception {
    return Files.readAllLines(Path.of("/proc/" + platform.pid() + "/maps")).stream()
        .filter(line -> line.contains("xgboost4j") && line.contains("r-xp"))
        .map(line -> line.trim().split("\\s+")[5])
        .distinct()
        .count();
  }
}
