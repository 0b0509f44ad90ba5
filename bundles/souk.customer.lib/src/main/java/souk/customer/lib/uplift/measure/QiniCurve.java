package souk.customer.lib.uplift.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import souk.customer.lib.uplift.Trial;

/**
 * Points of a Qini curve, from (0, 0) to (1, average effect). The arrays are not copied.
 *
 * @param share share of the rows with the highest scores, rising
 * @param gain what treating them brings, per treated row of the whole trial
 */
public record QiniCurve(double[] share, double[] gain) {

  /** All points; one per distinct score. */
  public static QiniCurve of(Trial trial, double[] score) {
    RankedTrial ranked = new RankedTrial(trial, score);
    int[] once = new int[ranked.size()];
    Arrays.fill(once, 1);
    List<double[]> points = new ArrayList<>();
    points.add(new double[] {0, 0});
    ranked.walk(
        once,
        ranked.totals(once),
        (rows, armRows, effect) -> points.add(new double[] {rows, armRows * effect}));
    return new QiniCurve(
        points.stream().mapToDouble(p -> p[0]).toArray(),
        points.stream().mapToDouble(p -> p[1]).toArray());
  }

  /** Between the points straight lines. */
  public double gainAt(double of) {
    int at = Arrays.binarySearch(share, of);
    if (at >= 0) {
      return gain[at];
    }
    int next = Math.min(share.length - 1, -at - 1);
    int before = Math.max(0, next - 1);
    double width = share[next] - share[before];
    double part = width > 0 ? (of - share[before]) / width : 0;
    return gain[before] + part * (gain[next] - gain[before]);
  }
}
