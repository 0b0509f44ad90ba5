package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import souk.model.Panel;
import souk.model.Series;

/** On which series strategies are judged. */
class BacktestSampleTest {
  private static Panel panel(int series) {
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    for (int i = 0; i < series; i++) {
      builder.add(new Series("s" + i, 0, new double[] {1, 2, i}));
    }
    return builder.build();
  }

  @Test
  void eachCategoryHasItsShare() {
    Panel panel = panel(100);
    Map<String, String> categories = new HashMap<>();
    panel
        .seriesList()
        .forEach(s -> categories.put(s.id(), s.value(2) % 10 == 0 ? "rare" : "usual"));
    BacktestSample sample = BacktestSample.of(panel, categories, 20);
    List<Series> judged = sample.judged().seriesList();
    long rare = judged.stream().filter(s -> "rare".equals(categories.get(s.id()))).count();
    assertEquals(20, judged.size());
    assertEquals(2, rare);
    assertEquals(100, sample.learned().seriesList().size());
    assertEquals("20", sample.reason().orElseThrow().arguments().get(0));
  }

  @Test
  void fewAreAllJudged() {
    Panel panel = panel(20);
    BacktestSample sample = BacktestSample.of(panel, Map.of(), 20);
    assertEquals(panel, sample.judged());
    assertTrue(sample.reason().isEmpty());
  }
}
