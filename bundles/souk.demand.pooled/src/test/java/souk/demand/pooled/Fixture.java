package souk.demand.pooled;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.Actor;
import souk.kernel.api.JobStatus;
import souk.kernel.api.JobWork;
import souk.kernel.api.Jobs;
import souk.learn.api.ModelRegistry;

/** A pooled forecaster in a test. */
final class Fixture {
  private Fixture() {}

  static PooledForecaster forecaster(Map<String, Object> values) {
    return forecaster(null, values);
  }

  static PooledForecaster forecaster(@Nullable ModelRegistry registry, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(Map.of("trees", 60));
    all.putAll(values);
    PooledConfig config =
        (PooledConfig)
            Proxy.newProxyInstance(
                PooledConfig.class.getClassLoader(),
                new Class<?>[] {PooledConfig.class},
                (proxy, method, arguments) ->
                    all.getOrDefault(method.getName(), method.getDefaultValue()));
    return new PooledForecaster(new PlainJobs(), registry, config);
  }

  /** Runs tasks one after the other in the caller's thread. */
  private static final class PlainJobs implements Jobs {
    @Override
    public JobStatus submit(String kind, Actor actor, JobWork work) {
      throw new UnsupportedOperationException("submit");
    }

    @Override
    public Optional<JobStatus> find(String id) {
      return Optional.empty();
    }

    @Override
    public List<JobStatus> list() {
      return List.of();
    }

    @Override
    public boolean cancel(String id) {
      return false;
    }

    @Override
    public <T> List<T> parallel(List<? extends Callable<T>> tasks) throws Exception {
      List<T> results = new ArrayList<>();
      for (Callable<T> task : tasks) {
        results.add(task.call());
      }
      return results;
    }
  }
}
