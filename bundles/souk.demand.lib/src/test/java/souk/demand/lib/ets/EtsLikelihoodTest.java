package souk.demand.lib.ets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The backward recursion against central differences, for every model. */
class EtsLikelihoodTest {
  static java.util.List<EtsShape> shapes() {
    return EtsShape.candidates(true, true);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void gradientAgreesWithDifferences(EtsShape shape) {
    SplittableRandom random = new SplittableRandom(3);
    double[] y = new double[30];
    for (int t = 0; t < y.length; t++) {
      y[t] = 1 + 0.02 * t + 0.3 * Math.sin(Math.PI * t / 2) + 0.1 * random.nextDouble();
    }
    EtsLikelihood likelihood = new EtsLikelihood(y, shape, 4);
    double[] u = likelihood.start(EtsGuess.of(y, shape, 4, 0.3));
    double[] gradient = new double[u.length];
    likelihood.at(u, gradient);
    double[] ignored = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      double h = 1e-6;
      double[] up = u.clone();
      double[] down = u.clone();
      up[i] += h;
      down[i] -= h;
      double difference = (likelihood.at(up, ignored) - likelihood.at(down, ignored)) / (2 * h);
      assertEquals(difference, gradient[i], 1e-6 * (1 + Math.abs(difference)), shape + " " + i);
    }
  }
}
