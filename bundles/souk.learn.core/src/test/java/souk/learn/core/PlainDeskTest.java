package souk.learn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.kernel.api.Actor;
import souk.kernel.api.Progress;
import souk.learn.api.CurvePoint;
import souk.learn.api.LearnedModel;
import souk.learn.spi.TabularLearner;
import souk.testkit.Configured;
import souk.testkit.DirectRouter;
import souk.testkit.SerialJobs;

class PlainDeskTest {
  private static final Actor ACTOR = new Actor("mei", "merchandiser");

  private PlainDesk desk;
  private FileModelRegistry registry;

  @BeforeEach
  void open(@TempDir Path folder) {
    DirectRouter router =
        new DirectRouter()
            .add(
                TabularLearner.class,
                "plain-linear",
                new PlainLinear(Configured.of(PlainLinear.Config.class, Map.of())));
    registry = new FileModelRegistry(folder, Clock.systemUTC());
    desk =
        new PlainDesk(
            new TableTuning(
                router, new SerialJobs(), Configured.of(TableTuning.Config.class, Map.of())),
            registry,
            router);
  }

  private static Map<String, Object> request() {
    List<Object> pages = new ArrayList<>();
    List<Object> bought = new ArrayList<>();
    for (int r = 0; r < 200; r++) {
      pages.add(r % 9 == 0 ? null : (Object) (r % 20));
      bought.add(r % 20 > 9 == (r % 7 > 0) ? "yes" : "no");
    }
    Map<String, Object> request = new HashMap<>();
    request.put("target", "bought");
    request.put("task", "CLASSIFY");
    request.put(
        "columns",
        List.of(
            new HashMap<>(Map.of("name", "pages", "figures", pages)),
            new HashMap<>(Map.of("name", "bought", "texts", bought))));
    request.put("predict", List.of(Map.of("name", "pages", "figures", Arrays.asList(3, null, 18))));
    return request;
  }

  @Test
  void learnsAnswersAndKeeps() {
    Map<String, Object> request = request();
    request.put("positive", "yes");
    request.put("keep", "visits");
    Map<String, Object> answer = desk.learn(request, Progress.none());
    double[] scores = assertInstanceOf(double[].class, answer.get("scores"));
    assertEquals(3, scores.length);
    assertTrue(scores[2] > 0.6 && scores[0] < 0.4, Arrays.toString(scores));
    Map<?, ?> metrics = (Map<?, ?>) answer.get("metrics");
    assertTrue((double) ((Map<?, ?>) metrics.get("auc")).get("value") > 0.7);
    Map<String, Object> model = desk.models().get(0);
    assertEquals("visits", model.get("name"));
    assertEquals(1, model.get("champion"));
    assertEquals(Optional.of("yes"), answer.get("positive"));
  }

  @Test
  void whatWasMeasuredIsKeptWithTheModel() {
    Map<String, Object> request = request();
    request.put("keep", "visits");
    Map<String, Object> answer = desk.learn(request, Progress.none());
    Map<?, ?> version = (Map<?, ?>) ((List<?>) desk.models().get(0).get("versions")).get(0);
    Map<?, ?> metrics = (Map<?, ?>) answer.get("metrics");
    assertEquals(metrics.get("auc"), ((Map<?, ?>) version.get("metrics")).get("auc"));
    assertEquals(answer.get("importance"), version.get("importance"));
    assertEquals(answer.get("calibration"), version.get("calibration"));
    assertEquals(Map.of("rows", 200.0), version.get("facts"));
    Map<?, ?> lineage = (Map<?, ?>) version.get("lineage");
    assertEquals("bought", lineage.get("target"));
    assertEquals(64, ((String) lineage.get("snapshot")).length());
  }

  @Test
  void theCourseOfATrainingIsToldEpochByEpoch() {
    LearnedModel network =
        new LearnedModel("some-network", "1.0.0", List.of("x"), Map.of(), new byte[] {1})
            .withCurve(
                List.of(new CurvePoint(1, 0.7, Double.NaN, 12), new CurvePoint(2, 0.5, 0.6, 25)));
    registry.keep("steps", network);
    Map<?, ?> version = (Map<?, ?>) ((List<?>) desk.models().get(0).get("versions")).get(0);
    List<?> curve = (List<?>) version.get("curve");
    assertEquals(
        Map.of("epoch", 1, "loss", 0.7, "validationLoss", Double.NaN, "millis", 12L), curve.get(0));
    assertEquals(
        Map.of("epoch", 2, "loss", 0.5, "validationLoss", 0.6, "millis", 25L), curve.get(1));
  }

  @Test
  void championsChangeAndComeBack() {
    Map<String, Object> request = request();
    request.put("keep", "visits");
    desk.learn(request, Progress.none());
    desk.learn(request, Progress.none());
    desk.promote("visits", 1, ACTOR, "calmer");
    desk.promote("visits", 2, ACTOR, "better");
    desk.rollBack("visits", ACTOR, "worse");
    Map<String, Object> model = desk.models().get(0);
    assertEquals(1, model.get("champion"));
    assertEquals(3, ((List<?>) model.get("promotions")).size());
    assertThrows(IllegalArgumentException.class, () -> desk.promote("visits", 9, ACTOR, "typo"));
  }

  @Test
  void whatIsWrongIsNamed() {
    refused(Map.of("target", "x", "task", "CLASSIFY"), "Field columns is missing");
    Map<String, Object> both = request();
    both.put("columns", List.of(Map.of("name", "a", "figures", List.of(1), "texts", List.of("b"))));
    refused(both, "either figures or texts");
    Map<String, Object> mixed = request();
    mixed.put("columns", List.of(Map.of("name", "a", "figures", List.of(1, "b"))));
    refused(mixed, "Column a holds \"b\" among its figures");
    Map<String, Object> empty = request();
    empty.put("predict", List.of());
    refused(empty, "holds no column");
  }

  private void refused(Map<String, Object> request, String reason) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> desk.learn(request, Progress.none()))
            .getMessage();
    assertTrue(message.contains(reason), message);
  }
}
