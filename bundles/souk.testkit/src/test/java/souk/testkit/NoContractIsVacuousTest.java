package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souk.customer.spi.BehaviorPredictor;
import souk.customer.spi.Recommender;
import souk.customer.spi.SegmentationStrategy;
import souk.data.spi.DataConnector;
import souk.data.spi.SourceSpec;
import souk.demand.spi.ElasticityEstimator;
import souk.evidence.spi.EffectEvaluator;
import souk.evidence.spi.MarketSimulator;
import souk.evidence.spi.ReportRenderer;
import souk.plan.spi.PriceOptimizer;

/**
 * Every test of a contract asks the strategy: one that throws at every call fails them all. Those
 * whose honest strategies need a whole library are proven in the bundles that hold them.
 */
class NoContractIsVacuousTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        Recommending.class,
        Segmenting.class,
        Behaving.class,
        Connecting.class,
        Estimating.class,
        Evaluating.class,
        Simulating.class,
        Rendering.class,
        Optimizing.class
      })
  void aStrategyThatAlwaysThrowsFailsEveryTest(Class<?> planted) {
    Set<String> passing = tests(planted.getSuperclass());
    assertTrue(passing.size() >= 5, passing.toString());
    passing.removeAll(Verdicts.failing(planted));
    assertEquals(Set.of(), passing);
  }

  @Test
  void whatIsNoContractIsSeen() {
    assertEquals(Set.of(), tests(Object.class));
  }

  private static Set<String> tests(Class<?> contract) {
    Set<String> names = new TreeSet<>();
    Stream.of(contract.getDeclaredMethods())
        .filter(m -> m.isAnnotationPresent(Test.class))
        .map(Method::getName)
        .forEach(names::add);
    return names;
  }

  static class Recommending extends RecommenderContract {
    @Override
    protected Recommender subject() {
      return Verdicts.throwing(Recommender.class);
    }
  }

  static class Segmenting extends SegmentationStrategyContract {
    @Override
    protected SegmentationStrategy subject() {
      return Verdicts.throwing(SegmentationStrategy.class);
    }
  }

  static class Behaving extends BehaviorPredictorContract {
    @Override
    protected BehaviorPredictor subject() {
      return Verdicts.throwing(BehaviorPredictor.class);
    }
  }

  static class Connecting extends DataConnectorContract {
    @Override
    protected DataConnector subject() {
      return Verdicts.throwing(DataConnector.class);
    }

    @Override
    protected SourceSpec source(List<String> header, List<List<String>> rows) {
      return new SourceSpec("here", Map.of());
    }

    @Override
    protected SourceSpec missing() {
      return new SourceSpec("nowhere", Map.of());
    }
  }

  static class Estimating extends ElasticityEstimatorContract {
    @Override
    protected ElasticityEstimator subject() {
      return Verdicts.throwing(ElasticityEstimator.class);
    }
  }

  static class Evaluating extends EffectEvaluatorContract {
    @Override
    protected EffectEvaluator subject() {
      return Verdicts.throwing(EffectEvaluator.class);
    }
  }

  static class Simulating extends MarketSimulatorContract {
    @Override
    protected MarketSimulator subject() {
      return Verdicts.throwing(MarketSimulator.class);
    }
  }

  static class Rendering extends ReportRendererContract {
    @Override
    protected ReportRenderer subject() {
      return Verdicts.throwing(ReportRenderer.class);
    }
  }

  static class Optimizing extends PriceOptimizerContract {
    @Override
    protected PriceOptimizer subject() {
      return Verdicts.throwing(PriceOptimizer.class);
    }
  }
}
