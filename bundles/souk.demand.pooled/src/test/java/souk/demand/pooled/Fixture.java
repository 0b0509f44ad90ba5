package souk.demand.pooled;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.learn.api.ModelRegistry;
import souk.testkit.Configured;
import souk.testkit.SerialJobs;

/** A pooled forecaster in a test. */
final class Fixture {
  private Fixture() {}

  static PooledForecaster forecaster(Map<String, Object> values) {
    return forecaster(null, values);
  }

  static PooledForecaster forecaster(@Nullable ModelRegistry registry, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(Map.of("trees", 60));
    all.putAll(values);
    return new PooledForecaster(new SerialJobs(), registry, Configured.of(PooledConfig.class, all));
  }
}
