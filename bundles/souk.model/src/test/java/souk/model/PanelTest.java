package souk.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PanelTest {
  private static final TimeGrid GRID = new TimeGrid(LocalDate.of(2010, 11, 29), Frequency.WEEK);

  @Test
  void aSeriesCopiesInAndOut() {
    double[] values = {1, 2, 3};
    Series series = new Series("a", 4, values);
    values[0] = 99;
    series.values()[1] = 99;
    assertArrayEquals(new double[] {1, 2, 3}, series.values());
    assertEquals(7, series.untilStep());
  }

  @Test
  void aSeriesRefusesNanAndNamesThePosition() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Series("a", 0, new double[] {1, Double.NaN}))
            .getMessage();
    assertTrue(message.contains("position 1"), message);
  }

  @Test
  void aSeriesIdCannotOccurTwice() {
    Panel.Builder builder = Panel.builder(GRID).add(new Series("a", 0, new double[] {1}));
    assertThrows(
        IllegalArgumentException.class, () -> builder.add(new Series("a", 3, new double[] {1})));
  }

  @Test
  void covariatesBelongToTheirSeries() {
    Panel panel =
        Panel.builder(GRID)
            .add(new Series("a", 0, new double[] {1, 2}))
            .add(new Series("b", 0, new double[] {1, 2}))
            .covariate("price", new Series("a", 0, new double[] {9, 9, 8}))
            .build();
    assertEquals(3, panel.covariate("price", "a").orElseThrow().length());
    assertTrue(panel.covariate("price", "b").isEmpty());
    assertTrue(panel.covariate("promotion", "a").isEmpty());
  }
}
