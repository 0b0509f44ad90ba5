package souk.learn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import souk.kernel.api.Progress;
import souk.learn.api.CurvePoint;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceAnswer;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.Sequences;
import souk.learn.api.TrainingWatch;
import souk.learn.spi.SequenceLearner;
import souk.model.Refusal;
import souk.testkit.DirectRouter;

class SequenceDeskTest {
  /** Answers the last figure of a row; its two epochs are told. */
  private static final class LastFigure implements SequenceLearner {
    private int learned;
    private int judged;
    private SequenceTask asked;

    @Override
    public Optional<Refusal> refuses(SequenceTable table, SequenceTask task) {
      return task.network() == SequenceTask.Network.MLP
          ? Optional.of(new Refusal("rows of one length", "they differ"))
          : Optional.empty();
    }

    @Override
    public LearnedModel learn(
        SequenceTable training, SequenceTable validation, SequenceTask task, TrainingWatch watch) {
      learned = training.sequences().size();
      judged = validation.sequences().size();
      asked = task;
      List<CurvePoint> curve =
          List.of(new CurvePoint(1, 0.7, 0.8, 10), new CurvePoint(2, 0.5, 0.6, 20));
      curve.forEach(point -> watch.point(point, 5));
      return new LearnedModel("last", "1.0.0", List.of(), Map.of("epochs", 2.0), new byte[] {1})
          .withCurve(curve);
    }

    @Override
    public float[][] predict(LearnedModel model, Sequences sequences, SequenceAnswer what) {
      return Arrays.stream(sequences.figures())
          .map(row -> new float[] {row[row.length - 1][0]})
          .toArray(float[][]::new);
    }
  }

  private final LastFigure learner = new LastFigure();
  private final List<String> told = new ArrayList<>();
  private FileModelRegistry registry;

  @BeforeEach
  void open(@TempDir Path folder) {
    registry = new FileModelRegistry(folder, Clock.systemUTC());
  }

  private Map<String, Object> learn(Map<String, Object> request) {
    DirectRouter router = new DirectRouter().add(SequenceLearner.class, "last", learner);
    Progress progress = (done, total, message) -> told.add(done + "/" + total + " " + message);
    return new SequenceDesk(router, registry).learn(request, progress);
  }

  private static Map<String, Object> request() {
    List<Object> rows = new ArrayList<>();
    List<Object> target = new ArrayList<>();
    for (int r = 0; r < 10; r++) {
      rows.add(r % 2 == 0 ? List.of(List.of(r, 0.5)) : List.of(List.of(1, 2), List.of(r, 0.5)));
      target.add(r % 2);
    }
    Map<String, Object> request = new HashMap<>();
    request.put("goal", "BINARY");
    request.put("network", "LSTM");
    request.put("rows", rows);
    request.put("target", target);
    request.put("options", Map.of("hidden", 8));
    request.put("keep", "steps");
    request.put("predict", List.of(List.of(List.of(3, 0)), List.of(List.of(4, 0))));
    return request;
  }

  @Test
  void theLastRowsJudgeAndTheCurveIsToldAndKept() {
    Map<String, Object> answer = learn(request());
    assertEquals(8, learner.learned);
    assertEquals(2, learner.judged);
    assertEquals(8, learner.asked.option("hidden", 0));
    assertEquals(
        List.of(
            "1/5 Epoch 1 of at most 5: loss 0.700000, on held-out rows 0.800000",
            "2/5 Epoch 2 of at most 5: loss 0.500000, on held-out rows 0.600000"),
        told);
    assertArrayEquals(new double[] {3, 4}, (double[]) answer.get("scores"));
    assertEquals(2, ((List<?>) answer.get("curve")).size());
    LearnedModel kept = registry.newest("steps").orElseThrow();
    assertEquals(2, kept.curve().size());
    assertEquals("the last 2 rows", kept.lineage().get("validation"));
    assertEquals("8.0", kept.lineage().get("hidden"));
    assertEquals(64, kept.lineage().getOrDefault("snapshot", "").length());
  }

  @Test
  void whatCannotBeReadIsRefusedWithTheField() {
    for (Map.Entry<String, Object> wrong :
        Map.<String, Object>of(
                "rows", List.of(List.of(List.of("a"))),
                "target", List.of(1, 0),
                "heldOut", 1.5,
                "options", Map.of("hidden", "many"))
            .entrySet()) {
      Map<String, Object> request = request();
      request.put(wrong.getKey(), wrong.getValue());
      assertThrows(IllegalArgumentException.class, () -> learn(request), wrong.getKey());
    }
    Map<String, Object> holes = request();
    holes.put("rows", Arrays.asList(Arrays.asList(List.of(1.0), null), null));
    assertThrows(IllegalArgumentException.class, () -> learn(holes));
    Map<String, Object> none = request();
    none.remove("rows");
    assertThrows(IllegalArgumentException.class, () -> learn(none));
  }

  @Test
  void aRefusalNamesWhatIsNeeded() {
    Map<String, Object> request = request();
    request.put("network", "MLP");
    String said = assertThrows(IllegalArgumentException.class, () -> learn(request)).getMessage();
    assertTrue(said.contains("rows of one length"), said);
  }

  @Test
  void withoutALearnerItSaysWhatIsMissing() {
    SequenceDesk nobody = new SequenceDesk(new DirectRouter(), registry);
    String said =
        assertThrows(IllegalStateException.class, () -> nobody.learn(request(), Progress.none()))
            .getMessage();
    assertTrue(said.contains("souk-tensorflow-"), said);
    assertTrue(said.contains("souk.feature.sequences"), said);
  }
}
