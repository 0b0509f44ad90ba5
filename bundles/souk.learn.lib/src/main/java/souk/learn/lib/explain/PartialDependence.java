package souk.learn.lib.explain;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Mean answer of a model when one column has a value in all rows (Friedman, Annals of Statistics
 * 29, 2001). Where columns hang together, rows arise that nobody has seen.
 *
 * @param values of the column, increasing
 * @param answers mean answer at each
 */
public record PartialDependence(double[] values, double[] answers) {
  /**
   * @param rows of the table; left as they are
   * @param points most values, at least 2; quantiles if there are more distinct ones
   */
  public static PartialDependence of(
      double[][] rows, int column, int points, Function<double[][], double[]> model) {
    double[] distinct =
        Arrays.stream(rows)
            .mapToDouble(row -> row[column])
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .distinct()
            .toArray();
    int count = Math.min(points, distinct.length);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = distinct[count < 2 ? 0 : (int) ((long) i * (distinct.length - 1) / (count - 1))];
    }
    double[] answers = new double[count];
    for (int i = 0; i < count; i++) {
      double[][] changed = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
      for (double[] row : changed) {
        row[column] = values[i];
      }
      answers[i] = Arrays.stream(model.apply(changed)).sum() / rows.length;
    }
    return new PartialDependence(values, answers);
  }
}
