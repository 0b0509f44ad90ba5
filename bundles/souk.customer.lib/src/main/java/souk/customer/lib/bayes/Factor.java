package souk.customer.lib.bayes;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * A table over some variables, one figure per combination of their states; the last variable runs
 * fastest.
 *
 * @param variables numbers of the variables, increasing
 * @param sizes number of states of each
 * @param values one per combination
 */
record Factor(int[] variables, int[] sizes, double[] values) {

  boolean has(int variable) {
    return Arrays.binarySearch(variables, variable) >= 0;
  }

  /** The product: each combination of all variables of both. */
  Factor times(Factor other) {
    TreeSet<Integer> all = new TreeSet<>();
    Arrays.stream(variables).forEach(all::add);
    Arrays.stream(other.variables).forEach(all::add);
    int[] union = all.stream().mapToInt(Integer::intValue).toArray();
    int[] counts = new int[union.length];
    for (int i = 0; i < union.length; i++) {
      int here = Arrays.binarySearch(variables, union[i]);
      counts[i] =
          here >= 0 ? sizes[here] : other.sizes[Arrays.binarySearch(other.variables, union[i])];
    }
    double[] product = new double[Arrays.stream(counts).reduce(1, Math::multiplyExact)];
    int[] states = new int[union.length];
    for (int at = 0; at < product.length; at++) {
      product[at] = values[place(union, states)] * other.values[other.place(union, states)];
      next(states, counts);
    }
    return new Factor(union, counts, product);
  }

  /** The sum over the states of a variable. */
  Factor without(int variable) {
    int gone = Arrays.binarySearch(variables, variable);
    int[] rest = drop(variables, gone);
    int[] counts = drop(sizes, gone);
    double[] sums = new double[Arrays.stream(counts).reduce(1, Math::multiplyExact)];
    Factor left = new Factor(rest, counts, sums);
    int[] states = new int[variables.length];
    for (double value : values) {
      sums[left.place(variables, states)] += value;
      next(states, sizes);
    }
    return left;
  }

  /** Only the combinations with a state of a variable. */
  Factor given(int variable, int state) {
    int known = Arrays.binarySearch(variables, variable);
    double[] kept = values.clone();
    int[] states = new int[variables.length];
    for (int at = 0; at < kept.length; at++) {
      if (states[known] != state) {
        kept[at] = 0;
      }
      next(states, sizes);
    }
    return new Factor(variables, sizes, kept).without(variable);
  }

  /** Where the combination lies of which the states of more variables are given. */
  int place(int[] all, int[] states) {
    int place = 0;
    for (int i = 0; i < variables.length; i++) {
      place = place * sizes[i] + states[Arrays.binarySearch(all, variables[i])];
    }
    return place;
  }

  private static int[] drop(int[] values, int gone) {
    int[] rest = new int[values.length - 1];
    System.arraycopy(values, 0, rest, 0, gone);
    System.arraycopy(values, gone + 1, rest, gone, rest.length - gone);
    return rest;
  }

  private static void next(int[] states, int[] sizes) {
    for (int i = states.length - 1; i >= 0; i--) {
      if (++states[i] < sizes[i]) {
        return;
      }
      states[i] = 0;
    }
  }
}
