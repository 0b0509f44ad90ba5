package souk.learn.lib.fair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import souk.numeric.lib.metrics.Confusion;

/**
 * What groups get by one threshold, and how far they are apart (Hardt, Price and Srebro, NIPS
 * 2016). Groups of few rows are given, but do not count for the gaps.
 *
 * @param groups by name
 * @param selectionGap greatest difference of the shares that are said to happen
 * @param recallGap greatest difference of the shares found among those that happened
 * @param falseAlarmGap greatest difference of the shares named among those that did not happen
 * @param calibrationGap greatest difference of mean probability less share that happened
 */
public record Fairness(
    List<Group> groups,
    double selectionGap,
    double recallGap,
    double falseAlarmGap,
    double calibrationGap) {

  /**
   * One group.
   *
   * @param name of the group
   * @param rows how many
   * @param happened share
   * @param selected share said to happen
   * @param recall share found among those that happened; NaN if none did
   * @param falseAlarms share named among those that did not happen; NaN if all did
   * @param predicted mean probability
   */
  public record Group(
      String name,
      int rows,
      double happened,
      double selected,
      double recall,
      double falseAlarms,
      double predicted) {}

  /**
   * @param target 1 or 0
   * @param group of each row
   * @param threshold probabilities of at least this are said to happen
   * @param fewest rows of a group that counts for the gaps
   */
  public static Fairness of(
      double[] target, double[] probability, String[] group, double threshold, int fewest) {
    Map<String, List<Integer>> rows = new TreeMap<>();
    for (int r = 0; r < group.length; r++) {
      rows.computeIfAbsent(group[r], name -> new ArrayList<>()).add(r);
    }
    List<Group> groups = new ArrayList<>();
    rows.forEach(
        (name, some) -> {
          double[] seen = some.stream().mapToDouble(r -> target[r]).toArray();
          double[] said = some.stream().mapToDouble(r -> probability[r]).toArray();
          Confusion table = Confusion.of(seen, said, threshold);
          double selected = (double) (table.truePositives() + table.falsePositives()) / seen.length;
          groups.add(
              new Group(
                  name,
                  seen.length,
                  mean(seen),
                  selected,
                  table.recall(),
                  1 - table.specificity(),
                  mean(said)));
        });
    List<Group> counted = groups.stream().filter(one -> one.rows() >= fewest).toList();
    return new Fairness(
        List.copyOf(groups),
        gap(counted, Group::selected),
        gap(counted, Group::recall),
        gap(counted, Group::falseAlarms),
        gap(counted, one -> one.predicted() - one.happened()));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double gap(List<Group> groups, ToDoubleFunction<Group> share) {
    double[] shares =
        groups.stream().mapToDouble(share).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return shares.length < 2 ? 0 : shares[shares.length - 1] - shares[0];
  }
}
