package souk.customer.lib.lifetime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A model of repeat buying with the parameters of maximum likelihood. Immutable.
 *
 * @param model which
 * @param parameters in the order of {@link PurchaseModel#parameters()}, times in weeks
 * @param logLikelihood at the maximum, of the customers it was fitted to
 * @param covariance of the logarithms of the parameters
 * @param converged whether the search ended at a maximum
 * @param bound whether a parameter ran to the end of its range: the data do not tell it
 * @param customers how many it was fitted to
 */
public record FittedPurchases(
    PurchaseModel model,
    double[] parameters,
    double logLikelihood,
    double[][] covariance,
    boolean converged,
    boolean bound,
    int customers) {

  /** Above this many customers a drawn part of them tells the parameters well enough. */
  public static final int MOST_CUSTOMERS = 30_000;

  /** So many show which start is the best. */
  private static final int FIRST_LOOK = 3_000;

  private static final double STEP = 1e-3;

  static final double NORMAL_95 = 1.959963984540054;
  private static final double[][] STARTS = {{1, 4}, {0.3, 12}, {2, 1}};

  /**
   * Fits a model.
   *
   * @param seed for the choice among more than {@link #MOST_CUSTOMERS} customers
   */
  public static FittedPurchases fit(PurchaseModel model, Histories histories, long seed) {
    if (histories.size() == 0) {
      throw new IllegalArgumentException("There is no customer to fit a model to.");
    }
    double week = Math.max(0.1, meanAge(histories));
    double repeats = Math.max(0.01, meanRepeats(histories));
    double[][] starts = new double[STARTS.length][];
    for (int k = 0; k < starts.length; k++) {
      double shape = STARTS[k][0];
      double drop = STARTS[k][1];
      starts[k] =
          model == PurchaseModel.PARETO_NBD
              ? new double[] {shape, shape * week / repeats, 0.5, drop * week / 4}
              : new double[] {shape, shape * week / repeats, 0.5, drop / 2};
    }
    Sample sample = Sample.of(model, histories, Math.min(FIRST_LOOK, histories.size()), seed);
    LikelihoodFit.Maximum found = LikelihoodFit.maximise(sample, starts);
    if (histories.size() > FIRST_LOOK) {
      sample = Sample.of(model, histories, Math.min(MOST_CUSTOMERS, histories.size()), seed);
      found = LikelihoodFit.maximise(sample, new double[][] {found.parameters()});
    }
    return new FittedPurchases(
        model,
        found.parameters(),
        found.logLikelihood(),
        found.covariance(),
        found.converged(),
        found.bound(),
        sample.customers());
  }

  private static double meanAge(Histories histories) {
    double sum = 0;
    for (int i = 0; i < histories.size(); i++) {
      sum += histories.age(i);
    }
    return sum / histories.size();
  }

  private static double meanRepeats(Histories histories) {
    double sum = 0;
    for (int i = 0; i < histories.size(); i++) {
      sum += histories.repeats(i);
    }
    return sum / histories.size();
  }

  public PurchaseLaw law() {
    return model.law(parameters);
  }

  /** Lower and upper end of the 95 % interval of a parameter, symmetric in its logarithm. */
  public double[] interval(int parameter) {
    double width = NORMAL_95 * Math.sqrt(Math.max(0, covariance[parameter][parameter]));
    return new double[] {
      parameters[parameter] * StrictMath.exp(-width), parameters[parameter] * StrictMath.exp(width)
    };
  }

  /**
   * Laws whose parameters differ by one small step up and one down from the fitted ones, parameter
   * by parameter: what follows from the parameters has its standard error from them.
   */
  PurchaseLaw[] neighbours() {
    PurchaseLaw[] laws = new PurchaseLaw[2 * parameters.length];
    for (int j = 0; j < laws.length; j++) {
      double[] moved = parameters.clone();
      moved[j / 2] *= StrictMath.exp(j % 2 == 0 ? STEP : -STEP);
      laws[j] = model.law(moved);
    }
    return laws;
  }

  /**
   * Standard error of a figure by the delta method.
   *
   * @param atNeighbours the figure under each of {@link #neighbours()}
   */
  double standardError(double[] atNeighbours) {
    double[] slope = new double[parameters.length];
    for (int j = 0; j < slope.length; j++) {
      slope[j] = (atNeighbours[2 * j] - atNeighbours[2 * j + 1]) / (2 * STEP);
    }
    double variance = 0;
    for (int j = 0; j < slope.length; j++) {
      variance += slope[j] * SmallMatrix.dot(covariance[j], slope);
    }
    return Math.sqrt(Math.max(0, variance));
  }

  /** Customers with equal histories count once, with a weight. */
  private record Sample(
      PurchaseModel model, int[] x, double[] recency, double[] age, double[] weights, int customers)
      implements LikelihoodFit.Sample {

    private record Key(int x, double recency, double age) {}

    static Sample of(PurchaseModel model, Histories histories, int wanted, long seed) {
      Map<Key, Integer> counts = new LinkedHashMap<>();
      SplittableRandom random = new SplittableRandom(seed);
      int taken = 0;
      for (int i = 0; i < histories.size(); i++) {
        // Selection sampling: exactly as many as wanted, each set of customers equally likely.
        if (random.nextDouble() * (histories.size() - i) < wanted - taken) {
          counts.merge(
              new Key(histories.repeats(i), histories.recency(i), histories.age(i)),
              1,
              Integer::sum);
          taken++;
        }
      }
      int n = counts.size();
      Sample sample =
          new Sample(model, new int[n], new double[n], new double[n], new double[n], taken);
      int at = 0;
      for (Map.Entry<Key, Integer> entry : counts.entrySet()) {
        sample.x[at] = entry.getKey().x();
        sample.recency[at] = entry.getKey().recency();
        sample.age[at] = entry.getKey().age();
        sample.weights[at] = entry.getValue();
        at++;
      }
      return sample;
    }

    @Override
    public int size() {
      return x.length;
    }

    @Override
    public void logLikelihoods(double[] parameters, double[] into) {
      PurchaseLaw law = model.law(parameters);
      for (int i = 0; i < into.length; i++) {
        into[i] = law.logLikelihood(x[i], recency[i], age[i]);
      }
    }
  }
}
