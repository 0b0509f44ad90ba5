package souk.customer.lib.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A Bayesian network over variables with a few states. Answers are exact, by variable elimination
 * (Zhang and Poole, JAIR 5, 1996). Immutable.
 */
public final class DiscreteNetwork {
  /** Stands for a state that is not known. */
  public static final int UNKNOWN = -1;

  private final int[] sizes;
  private final List<Factor> factors;

  private DiscreteNetwork(int[] sizes, List<Factor> factors) {
    this.sizes = sizes;
    this.factors = factors;
  }

  /**
   * Learns the tables of a given structure.
   *
   * @param sizes number of states of each variable
   * @param parents per variable those that it depends on; without circles
   * @param rows states per observation; {@link #UNKNOWN} where not seen
   * @param prior observations of each combination that are added, above 0
   */
  public static DiscreteNetwork learn(int[] sizes, int[][] parents, int[][] rows, double prior) {
    if (!(prior > 0)) {
      throw new IllegalArgumentException("A prior is above 0, but is %s.".formatted(prior));
    }
    List<Factor> factors = new ArrayList<>();
    for (int child = 0; child < sizes.length; child++) {
      int of = child;
      int[] family =
          IntStream.concat(IntStream.of(child), Arrays.stream(parents[child])).sorted().toArray();
      int[] counts = Arrays.stream(family).map(v -> sizes[v]).toArray();
      double[] table = new double[Arrays.stream(counts).reduce(1, Math::multiplyExact)];
      Arrays.fill(table, prior);
      Factor factor = new Factor(family, counts, table);
      int[] all = IntStream.range(0, sizes.length).toArray();
      for (int[] row : rows) {
        if (Arrays.stream(family).allMatch(v -> row[v] != UNKNOWN)) {
          table[factor.place(all, row)]++;
        }
      }
      Factor sums = factor.without(of);
      double[] inverse = Arrays.stream(sums.values()).map(sum -> 1 / sum).toArray();
      factors.add(factor.times(new Factor(sums.variables(), sums.sizes(), inverse)));
    }
    return new DiscreteNetwork(sizes.clone(), List.copyOf(factors));
  }

  /**
   * Probability of each state of a variable.
   *
   * @param evidence per variable its state, or {@link #UNKNOWN}
   */
  public double[] posterior(int variable, int[] evidence) {
    List<Factor> left = new ArrayList<>(factors);
    for (int v = 0; v < sizes.length; v++) {
      int known = v;
      if (v != variable && evidence[v] != UNKNOWN) {
        left.replaceAll(f -> f.has(known) ? f.given(known, evidence[known]) : f);
      }
    }
    for (int v = 0; v < sizes.length; v++) {
      if (v != variable && evidence[v] == UNKNOWN) {
        left = eliminated(left, v);
      }
    }
    Factor product = left.stream().reduce(Factor::times).orElseThrow();
    double sum = Arrays.stream(product.values()).sum();
    return Arrays.stream(product.values()).map(value -> value / sum).toArray();
  }

  private static List<Factor> eliminated(List<Factor> factors, int variable) {
    List<Factor> rest = new ArrayList<>(factors.stream().filter(f -> !f.has(variable)).toList());
    factors.stream()
        .filter(f -> f.has(variable))
        .reduce(Factor::times)
        .ifPresent(product -> rest.add(product.without(variable)));
    return rest;
  }
}
