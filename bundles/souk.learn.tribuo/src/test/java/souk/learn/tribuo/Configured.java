package souk.learn.tribuo;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings for tests: defaults of an annotation, but for those named. */
final class Configured {
  private Configured() {}

  static <T> T of(Class<T> config, Map<String, Object> values) {
    return config.cast(
        Proxy.newProxyInstance(
            config.getClassLoader(),
            new Class<?>[] {config},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue())));
  }
}
