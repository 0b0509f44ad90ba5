package souk.testkit;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings of a component for tests: the defaults of its annotation, but for those named. */
public final class Configured {
  private Configured() {}

  public static <T> T of(Class<T> config, Map<String, ?> values) {
    return config.cast(
        Proxy.newProxyInstance(
            config.getClassLoader(),
            new Class<?>[] {config},
            (proxy, method, arguments) -> {
              Object value = values.get(method.getName());
              return value == null ? method.getDefaultValue() : value;
            }));
  }
}
