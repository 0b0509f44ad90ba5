package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecasterInfo;
import souk.demand.core.SupportingCast.Method;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.naive.SeasonalNaive;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRef;
import souk.model.Panel;
import souk.model.Refusal;
import souk.model.Series;
import souk.testkit.DirectRouter;
import souk.testkit.SerialJobs;

/** A strategy that learns across series gets them all at once, as far as it takes them. */
class WholePanelTest {
  private static final int CHUNK = 16;
  private static final StrategyRef POOLED = new StrategyRef("Forecaster", "pooled", "1.0.0");

  private final ForecastTask task =
      new ForecastTask(4, 1, new double[] {0.5}, true, 1, SupportingCast.NOW);

  /** Refuses negative values and more than so many series; notes how many series a call brings. */
  private static final class Learner implements Forecaster {
    private final Method method = new Method("pooled", new SeasonalNaive());
    private final int most;
    final List<Integer> calls = new ArrayList<>();

    Learner(int most) {
      this.most = most;
    }

    @Override
    public Optional<Refusal> refuses(Panel history, ForecastTask task) {
      for (Series series : history.seriesList()) {
        if (series.value(0) < 0) {
          return Optional.of(new Refusal("at least 0", series.id() + " has -1"));
        }
      }
      int size = history.seriesList().size();
      return size > most
          ? Optional.of(new Refusal("at most " + most + " series", "the panel has " + size))
          : Optional.empty();
    }

    @Override
    public DemandForecast forecast(Panel history, ForecastTask task) {
      calls.add(history.seriesList().size());
      return method.forecast(history, task);
    }

    @Override
    public DemandForecast forecast(Panel history, ForecastTask task, Progress progress) {
      progress.report(1, 2, "half");
      progress.throwIfCancelled();
      return forecast(history, task);
    }
  }

  private static Panel panel(int count, Set<Integer> negative) {
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    for (int i = 0; i < count; i++) {
      double[] values = new double[60];
      for (int t = 0; t < values.length; t++) {
        values[t] = negative.contains(i) ? -1 : 10 + i + (t * 7 + i) % 5;
      }
      builder.add(new Series("s" + i, 0, values));
      builder.covariate("price", new Series("s" + i, 0, values));
    }
    return builder.build();
  }

  private static RoutedForecasts routed(Forecaster learner) {
    return new RoutedForecasts(
        new DirectRouter()
            .add(Forecaster.class, "pooled", learner)
            .add(Forecaster.class, "ets", new Method("ets", new AutomaticEts())),
        new SerialJobs(),
        new ForecasterCatalog()
            .with(new ForecasterInfo("pooled", "1.0.0", "", "", 1, "known", 0, true)),
        List.of(),
        CHUNK,
        60_000);
  }

  @Test
  void oneCallBringsAllSeriesButTheRefused() {
    Learner learner = new Learner(1_000);
    RoutedForecasts.Answer answer =
        routed(learner).forecast(POOLED, panel(70, Set.of(3, 41)), task, Progress.none());
    assertEquals(List.of(68), learner.calls);
    assertEquals(68, answer.bySeries().size());
    assertEquals(Set.of("s3", "s41"), answer.refused().keySet());
    assertTrue(answer.refused().get("s41").contains("-1"), answer.refused().toString());
  }

  @Test
  void aPanelThatIsTooLargeComesInTheLargestPartsItTakes() {
    Learner learner = new Learner(40);
    RoutedForecasts.Answer answer =
        routed(learner).forecast(POOLED, panel(70, Set.of()), task, Progress.none());
    assertEquals(List.of(35, 35), learner.calls);
    assertEquals(70, answer.bySeries().size());
  }

  @Test
  void progressReachesItAndCancellationEndsIt() {
    List<String> seen = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void report(long done, long total, String message) {
            seen.add(done + " of " + total + " " + message);
          }

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    Progress part = new PartOfProgress(progress, 2, 4, "Backtest of pooled");
    assertThrows(
        CancellationException.class,
        () -> {
          new Learner(1_000).forecast(panel(20, Set.of()), task, part);
        });
    assertEquals(List.of("250 of 400 Backtest of pooled: half"), seen);
  }

  /** The automatic choice judges a sample, but lets it learn from all. */
  @Test
  void theChoiceLetsItLearnFromMoreThanIsJudged() {
    Learner learner = new Learner(1_000);
    RoutedForecasts forecasts = routed(learner);
    new AutomaticChoice(new PanelBacktest(forecasts))
        .choose(panel(500, Set.of()), forecasts.strategies(), task, Progress.none());
    assertEquals(List.of(500), learner.calls);
  }
}
