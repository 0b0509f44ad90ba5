package souk.learn.lib.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fewest changes to values that others have which bring an answer to the other side of a
 * threshold: one column, then pairs and triples of the columns that move the answer most (Wachter,
 * Mittelstadt and Russell, 2017, over values that were seen).
 *
 * @param changes what would have to be otherwise
 * @param answer that would follow; it is the model's own
 */
public record Counterfactual(List<Change> changes, double answer) {
  private static final int VALUES = 20;
  private static final int MOST_CHANGES = 3;
  private static final int BEAM = 30;

  /**
   * One column that is otherwise.
   *
   * @param column place
   * @param from value of the row
   * @param to value that others have
   */
  public record Change(int column, double from, double to) {}

  private record State(double[] row, List<Change> changes, double answer, double cost) {}

  /**
   * @param others rows whose values may be taken
   * @param mayChange per column; what people cannot change stays
   * @param model answers rows
   * @return empty if three changes do not suffice
   */
  public static Optional<Counterfactual> of(
      double[] row,
      double[][] others,
      boolean[] mayChange,
      Function<double[][], double[]> model,
      double threshold) {
    double before = model.apply(new double[][] {row})[0];
    boolean up = before < threshold;
    double[][] values = new double[row.length][];
    double[] spread = new double[row.length];
    for (int c = 0; c < row.length; c++) {
      int column = c;
      double[] sorted =
          Arrays.stream(others)
              .mapToDouble(other -> other[column])
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      spread[c] = sorted.length == 0 ? 1 : Math.max(1e-9, range(sorted));
      values[c] = mayChange[c] ? quantiles(sorted) : new double[0];
    }
    List<State> beam = List.of(new State(row, List.of(), before, 0));
    for (int depth = 0; depth < MOST_CHANGES; depth++) {
      List<State> next = new ArrayList<>();
      for (State state : beam) {
        next.addAll(steps(state, values, spread, model));
      }
      Optional<State> found =
          next.stream()
              .filter(state -> up ? state.answer() >= threshold : state.answer() < threshold)
              .min(Comparator.comparingDouble(State::cost));
      if (found.isPresent()) {
        return Optional.of(new Counterfactual(found.get().changes(), found.get().answer()));
      }
      beam =
          next.stream()
              .sorted(Comparator.comparingDouble(s -> up ? -s.answer() : s.answer()))
              .limit(BEAM)
              .toList();
    }
    return Optional.empty();
  }

  private static List<State> steps(
      State state, double[][] values, double[] spread, Function<double[][], double[]> model) {
    List<double[]> rows = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (int c = 0; c < values.length; c++) {
      int column = c;
      if (state.changes().stream().anyMatch(change -> change.column() == column)) {
        continue;
      }
      for (double value : values[c]) {
        if (value != state.row()[c]) {
          double[] changed = state.row().clone();
          changed[c] = value;
          rows.add(changed);
          changes.add(new Change(c, state.row()[c], value));
        }
      }
    }
    double[] answers = rows.isEmpty() ? new double[0] : model.apply(rows.toArray(double[][]::new));
    List<State> steps = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      Change change = changes.get(i);
      List<Change> all = new ArrayList<>(state.changes());
      all.add(change);
      double off = Math.abs(change.to() - change.from()) / spread[change.column()];
      double cost = state.cost() + (Double.isNaN(off) ? 1 : off);
      steps.add(new State(rows.get(i), List.copyOf(all), answers[i], cost));
    }
    return steps;
  }

  private static double range(double[] sorted) {
    return sorted[sorted.length - 1] - sorted[0];
  }

  private static double[] quantiles(double[] sorted) {
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length <= VALUES) {
      return distinct;
    }
    double[] some = new double[VALUES];
    for (int i = 0; i < VALUES; i++) {
      some[i] = distinct[(int) ((long) i * (distinct.length - 1) / (VALUES - 1))];
    }
    return some;
  }
}
