package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import souk.demand.api.DemandForecast;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.learn.api.Clustering;
import souk.learn.api.ClusteringTask;
import souk.learn.spi.Clusterer;
import souk.model.Money;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Refusal;
import souk.model.Series;
import souk.plan.spi.PromotionCandidate;
import souk.plan.spi.PromotionPlanner;
import souk.plan.spi.PromotionProblem;
import souk.plan.spi.PromotionSolution;

/** Honest forecasters, clusterers and planners pass; each planted defect is caught. */
class ComputingContractsCanFailTest {
  private static final AtomicInteger CALLS = new AtomicInteger();

  @Test
  void honestOnesPass() {
    assertEquals(Set.of(), Verdicts.failing(Mean.class));
    assertEquals(Set.of(), Verdicts.failing(Nearest.class));
    assertEquals(Set.of(), Verdicts.failing(Greedy.class));
  }

  static List<Arguments> defects() {
    return List.of(
        Arguments.of(TooShort.class, "answersEverySeriesInOrderWithTheExactHorizon"),
        Arguments.of(Crossing.class, "answersEverySeriesInOrderWithTheExactHorizon"),
        Arguments.of(Backwards.class, "answersEverySeriesInOrderWithTheExactHorizon"),
        Arguments.of(Noisy.class, "sameSeedSameAnswerAndUntouchedInput"),
        Arguments.of(Noisy.class, "eightThreadsGetTheSameAnswer"),
        Arguments.of(Anonymous.class, "namesItsProvenance"),
        Arguments.of(Figureless.class, "shortHistoryIsAnsweredOrRefusedWithFigures"),
        Arguments.of(OneLump.class, "findsThreePlantedGroups"),
        Arguments.of(Missing.class, "answersInTheAgreedShape"),
        Arguments.of(Scribbler.class, "leavesItsInputUntouched"),
        Arguments.of(Willing.class, "refusesFewerRowsThanClustersWithFigures"),
        Arguments.of(RestlessInertia.class, "sameSeedSameAnswerAlsoUnderEightThreads"),
        Arguments.of(Spendthrift.class, "keepsBudgetAndTakesAtMostOneOfAGroup"),
        Arguments.of(Boastful.class, "keepsBudgetAndTakesAtMostOneOfAGroup"),
        Arguments.of(Philanthropist.class, "neverTakesAPromotionThatLosesMoney"),
        Arguments.of(Idle.class, "takesWhatPaysIfTheBudgetAllowsAll"),
        Arguments.of(RestlessPlanner.class, "sameProblemSameAnswerFromEightThreads"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void defectsAreCaught(Class<?> planted, String test) {
    Set<String> failing = Verdicts.failing(planted);
    assertTrue(failing.contains(test), planted + " fails only " + failing);
  }

  /** The mean of the whole history; quantiles at the mean. */
  static class Mean extends ForecasterContract {
    int horizon(ForecastTask task) {
      return task.horizon();
    }

    double quantile(double mean, double level) {
      return mean;
    }

    double noise() {
      return 0;
    }

    Refusal refusal(Series series) {
      return new Refusal("1 step", "series %s has 0".formatted(series.id()));
    }

    List<SeriesForecast> ordered(List<SeriesForecast> forecasts) {
      return forecasts;
    }

    long seed(ForecastTask task) {
      return task.seed();
    }

    @Override
    protected Forecaster subject() {
      return new Forecaster() {
        @Override
        public Optional<Refusal> refuses(Panel history, ForecastTask task) {
          return history.seriesList().stream()
              .filter(s -> s.length() == 0)
              .findFirst()
              .map(s -> refusal(s));
        }

        @Override
        public DemandForecast forecast(Panel history, ForecastTask task) {
          List<SeriesForecast> forecasts = new ArrayList<>();
          for (Series series : history.seriesList()) {
            double mean = Arrays.stream(series.values()).average().orElseThrow() + noise();
            double shown = task.nonNegative() ? Math.max(0, mean) : mean;
            double[] means = new double[horizon(task)];
            Arrays.fill(means, shown);
            double[][] quantiles = new double[task.levels().length][horizon(task)];
            for (int q = 0; q < quantiles.length; q++) {
              Arrays.fill(quantiles[q], quantile(shown, task.levels()[q]));
            }
            forecasts.add(
                new SeriesForecast(
                    series.id(), means, task.levels(), quantiles, "mean", List.of()));
          }
          int first = history.seriesList().stream().mapToInt(Series::untilStep).max().orElse(0);
          return new DemandForecast(
              history.grid(),
              first,
              ordered(forecasts),
              Provenance.builder(task.now(), "mean", "1.0.0").seed(seed(task)).build());
        }
      };
    }
  }

  static class TooShort extends Mean {
    @Override
    int horizon(ForecastTask task) {
      return Math.max(1, task.horizon() - 1);
    }
  }

  static class Crossing extends Mean {
    @Override
    double quantile(double mean, double level) {
      return mean * (2 - level);
    }
  }

  static class Backwards extends Mean {
    @Override
    List<SeriesForecast> ordered(List<SeriesForecast> forecasts) {
      List<SeriesForecast> reversed = new ArrayList<>(forecasts);
      Collections.reverse(reversed);
      return reversed;
    }
  }

  static class Noisy extends Mean {
    @Override
    double noise() {
      return CALLS.incrementAndGet();
    }
  }

  static class Anonymous extends Mean {
    @Override
    long seed(ForecastTask task) {
      return 0;
    }
  }

  static class Figureless extends Mean {
    @Override
    Refusal refusal(Series series) {
      return new Refusal("more history", "too little");
    }
  }

  /** Rows go to the nearest of the first rows. */
  static class Nearest extends ClustererContract {
    int cluster(int nearest) {
      return nearest;
    }

    int rows(int rows) {
      return rows;
    }

    double inertia() {
      return 1;
    }

    Optional<Refusal> refused(int rows, int clusters) {
      return rows >= clusters
          ? Optional.empty()
          : Optional.of(new Refusal(clusters + " rows", rows + " rows"));
    }

    @Override
    protected Clusterer subject() {
      return new Clusterer() {
        @Override
        public Optional<Refusal> refuses(int rows, int columns, ClusteringTask task) {
          return refused(rows, task.clusters());
        }

        @Override
        public Clustering cluster(double[][] rows, ClusteringTask task) {
          double[][] centroids = new double[task.clusters()][];
          for (int c = 0; c < centroids.length; c++) {
            centroids[c] = rows[c].clone();
          }
          int[] assignment = new int[rows(rows.length)];
          for (int r = 0; r < assignment.length; r++) {
            int nearest = 0;
            for (int c = 1; c < centroids.length; c++) {
              nearest =
                  distance(rows[r], centroids[c]) < distance(rows[r], centroids[nearest])
                      ? c
                      : nearest;
            }
            assignment[r] = ComputingContractsCanFailTest.Nearest.this.cluster(nearest);
          }
          return new Clustering(centroids, assignment, inertia());
        }
      };
    }

    private static double distance(double[] a, double[] b) {
      return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
  }

  static class OneLump extends Nearest {
    @Override
    int cluster(int nearest) {
      return 0;
    }
  }

  static class Missing extends Nearest {
    @Override
    int rows(int rows) {
      return rows - 1;
    }
  }

  static class Scribbler extends Nearest {
    @Override
    protected Clusterer subject() {
      Clusterer honest = super.subject();
      return new Clusterer() {
        @Override
        public Optional<Refusal> refuses(int rows, int columns, ClusteringTask task) {
          return honest.refuses(rows, columns, task);
        }

        @Override
        public Clustering cluster(double[][] rows, ClusteringTask task) {
          rows[0][0] += 1e-6;
          return honest.cluster(rows, task);
        }
      };
    }
  }

  static class Willing extends Nearest {
    @Override
    Optional<Refusal> refused(int rows, int clusters) {
      return Optional.empty();
    }
  }

  static class RestlessInertia extends Nearest {
    @Override
    double inertia() {
      return CALLS.incrementAndGet();
    }
  }

  /** The greatest gain first, one of a group, while the budget lasts. */
  static class Greedy extends PromotionPlannerContract {
    boolean affordable(long costMinor, long leftMinor) {
      return costMinor <= leftMinor;
    }

    boolean pays(long gainMinor) {
      return gainMinor > 0;
    }

    long objective(long gainMinor) {
      return gainMinor;
    }

    @Override
    protected PromotionPlanner subject() {
      return new PromotionPlanner() {
        @Override
        public Optional<Refusal> refuses(PromotionProblem problem) {
          return Optional.empty();
        }

        @Override
        public PromotionSolution plan(PromotionProblem problem) {
          List<Integer> order = new ArrayList<>();
          long bound = 0;
          for (int i = 0; i < problem.candidates().size(); i++) {
            order.add(i);
            bound += Math.max(0, gain(problem.candidates().get(i)));
          }
          order.sort((a, b) -> Long.compare(gain(problem, b), gain(problem, a)));
          Set<String> groups = new HashSet<>();
          Set<Integer> chosen = new TreeSet<>();
          long left = problem.budget().amountMinor();
          long total = 0;
          for (int i : order) {
            PromotionCandidate candidate = problem.candidates().get(i);
            long cost = candidate.line().cost().amountMinor();
            if (pays(gain(candidate)) && affordable(cost, left) && groups.add(candidate.group())) {
              chosen.add(i);
              left -= cost;
              total += gain(candidate);
            }
          }
          return new PromotionSolution(
              List.copyOf(chosen),
              Money.ofMinor(objective(total), problem.budget().currency()),
              Money.ofMinor(Math.max(bound, total), problem.budget().currency()),
              List.of());
        }
      };
    }

    private static long gain(PromotionProblem problem, int position) {
      return gain(problem.candidates().get(position));
    }

    private static long gain(PromotionCandidate candidate) {
      return candidate.line().incrementalProfit().amountMinor();
    }
  }

  static class Spendthrift extends Greedy {
    @Override
    boolean affordable(long costMinor, long leftMinor) {
      return true;
    }
  }

  static class Boastful extends Greedy {
    @Override
    long objective(long gainMinor) {
      return gainMinor + 1;
    }
  }

  static class Philanthropist extends Greedy {
    @Override
    boolean pays(long gainMinor) {
      return true;
    }
  }

  static class Idle extends Greedy {
    @Override
    boolean pays(long gainMinor) {
      return false;
    }
  }

  static class RestlessPlanner extends Greedy {
    @Override
    boolean pays(long gainMinor) {
      return CALLS.incrementAndGet() % 7 < 3;
    }
  }
}
