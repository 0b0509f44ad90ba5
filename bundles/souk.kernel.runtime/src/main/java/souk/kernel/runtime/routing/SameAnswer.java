package souk.kernel.runtime.routing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares answers of two strategies by value: arrays, lists, maps, optionals and records by their
 * content, everything else by {@code equals}.
 */
final class SameAnswer {
  private static final int MAX_TEXT = 120;

  private SameAnswer() {}

  static boolean test(@Nullable Object a, @Nullable Object b) {
    if (a == b || Objects.deepEquals(a, b)) {
      return true;
    }
    if (a == null || b == null || a.getClass() != b.getClass()) {
      return a instanceof List<?> x && b instanceof List<?> y && lists(x, y);
    }
    if (a instanceof Object[] x) {
      return lists(Arrays.asList(x), Arrays.asList((Object[]) b));
    }
    if (a instanceof List<?> x) {
      return lists(x, (List<?>) b);
    }
    if (a instanceof Optional<?> x) {
      return test(x.orElse(null), ((Optional<?>) b).orElse(null));
    }
    if (a instanceof Map<?, ?> x) {
      Map<?, ?> y = (Map<?, ?>) b;
      return x.size() == y.size()
          && x.entrySet().stream()
              .allMatch(e -> y.containsKey(e.getKey()) && test(e.getValue(), y.get(e.getKey())));
    }
    return a instanceof Record && records(a, b);
  }

  private static boolean lists(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!test(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean records(Object a, Object b) {
    try {
      for (RecordComponent component : a.getClass().getRecordComponents()) {
        component.getAccessor().setAccessible(true);
        if (!test(component.getAccessor().invoke(a), component.getAccessor().invoke(b))) {
          return false;
        }
      }
      return true;
    } catch (IllegalAccessException | InvocationTargetException | RuntimeException e) {
      return false;
    }
  }

  /** A short text of two answers that differ: numbers only, since others may name customers. */
  static String difference(Object primary, Object candidate) {
    return "primary " + text(primary) + ", candidate " + text(candidate);
  }

  private static String text(Object answer) {
    String text =
        answer instanceof Number || answer instanceof Boolean || answer instanceof Enum
            ? String.valueOf(answer)
            : answer instanceof long[] longs
                ? Arrays.toString(longs)
                : answer instanceof int[] ints
                    ? Arrays.toString(ints)
                    : answer instanceof double[] doubles
                        ? Arrays.toString(doubles)
                        : "another " + answer.getClass().getSimpleName();
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }
}
