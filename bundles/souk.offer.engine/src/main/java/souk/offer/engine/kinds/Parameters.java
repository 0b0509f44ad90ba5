package souk.offer.engine.kinds;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.lib.compiled.CartInput;
import souk.offer.lib.compiled.Scope;

/** Reads and checks the parameters of a spec. */
final class Parameters {
  private static final BigDecimal MOST_MINOR = BigDecimal.valueOf(1_000_000_000_000L);
  private static final String[] SCOPE = {"skus", "categories", "brands"};

  private Parameters() {}

  /** What a reader of parameters complains about; empty if nothing. */
  static List<Reason> problems(Spec spec, Consumer<Spec> reader) {
    try {
      reader.accept(spec);
      return List.of();
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      return List.of(Reason.of("offer.parameter", String.valueOf(wrong.getMessage()), spec.kind()));
    }
  }

  static void onlyKnown(Spec spec, String... names) {
    Set<String> unknown = new TreeSet<>(spec.parameters().keySet());
    List.of(names).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Kind %s does not know the parameter %s; it knows %s.%nMaybe it is misspelt."
              .formatted(spec.kind(), unknown.iterator().next(), String.join(", ", names)));
    }
  }

  /** Allows these parameters and those of a scope. */
  static void onlyKnownAndScope(Spec spec, String... names) {
    onlyKnown(
        spec, Stream.concat(Arrays.stream(names), Arrays.stream(SCOPE)).toArray(String[]::new));
  }

  static boolean has(Spec spec, String name) {
    return spec.parameters().containsKey(name);
  }

  static long positiveMinor(Spec spec, String name) {
    return positiveMinor(spec.kind(), name, spec.number(name));
  }

  static long positiveMinor(String kind, String name, BigDecimal value) {
    if (value.signum() <= 0
        || value.compareTo(MOST_MINOR) > 0
        || value.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(
          "Parameter %s of kind %s must be a whole number of minor units greater than 0 and at most %s, but is %s.%nMaybe it was given in major units."
              .formatted(name, kind, MOST_MINOR.toPlainString(), value.toPlainString()));
    }
    return value.longValueExact();
  }

  /** A whole number from 1 on. */
  static long count(Spec spec, String name, long most, long standard) {
    if (!has(spec, name)) {
      return standard;
    }
    BigDecimal value = spec.number(name);
    if (value.signum() <= 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0
        || value.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(
          "Parameter %s of kind %s must be a whole number from 1 to %d, but is %s."
              .formatted(name, spec.kind(), most, value.toPlainString()));
    }
    return value.longValueExact();
  }

  static long count(Spec spec, String name, long most) {
    spec.number(name);
    return count(spec, name, most, 1);
  }

  /** How often an effect may repeat: its own parameter, and the offer's limit. */
  static long perOrder(Spec spec, long limit) {
    return Math.min(limit, count(spec, "perOrder", 1_000_000, Long.MAX_VALUE));
  }

  /** Millionths of a percent. */
  static long percent(Spec spec, String name, boolean whole) {
    BigDecimal percent = spec.number(name);
    int over = percent.compareTo(BigDecimal.valueOf(100));
    if (percent.signum() <= 0 || over > 0 || (over == 0 && !whole)) {
      throw new IllegalArgumentException(
          "Parameter %s of kind %s must be greater than 0 and %s, but is %s."
              .formatted(
                  name,
                  spec.kind(),
                  whole ? "at most 100" : "less than 100",
                  percent.toPlainString()));
    }
    if (percent.stripTrailingZeros().scale() > 6) {
      throw new IllegalArgumentException(
          "A percentage must have at most 6 decimals, but %s of kind %s is %s."
              .formatted(name, spec.kind(), percent.toPlainString()));
    }
    return percent.movePointRight(6).longValueExact();
  }

  /** Millionths of a unit, at least 0. */
  static long quantity(Spec spec, String name) {
    BigDecimal least = spec.number(name);
    if (least.signum() < 0 || least.stripTrailingZeros().scale() > 6 || least.precision() > 15) {
      throw new IllegalArgumentException(
          "Parameter %s of kind %s must be at least 0, at most 1000000000 and have at most 6 decimals, but is %s."
              .formatted(name, spec.kind(), least.toPlainString()));
    }
    return CartInput.micros(least);
  }

  /** A list that must not be empty if it is given. */
  static Set<String> texts(Spec spec, String name) {
    Set<String> texts = new LinkedHashSet<>(spec.texts(name));
    if (has(spec, name) && texts.isEmpty()) {
      throw new IllegalArgumentException(
          "Parameter %s of kind %s is an empty list.%nMaybe it should be left out, for all articles."
              .formatted(name, spec.kind()));
    }
    return texts;
  }

  static Set<String> neededTexts(Spec spec, String name) {
    Set<String> texts = texts(spec, name);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("Kind %s needs %s.".formatted(spec.kind(), name));
    }
    return texts;
  }

  /** Refuses what cannot be an article. */
  static void checkSku(Spec spec, String name) {
    Stream.of(spec.text(name)).forEach(Sku::new);
  }

  /** Articles concerned; all if the spec names none. */
  static Scope scope(Spec spec) {
    Set<String> skus = texts(spec, "skus");
    skus.forEach(Sku::new);
    return Scope.of(skus, texts(spec, "categories"), texts(spec, "brands"));
  }

  /** A parameter that is a spec of its own, for example the articles of a reward. */
  static Spec nested(Spec spec, String name) {
    if (spec.parameters().get(name) instanceof Map<?, ?> map) {
      return nested(spec.kind(), map);
    }
    throw new IllegalArgumentException(
        "Parameter %s of kind %s must be an object, but is %s."
            .formatted(name, spec.kind(), spec.parameters().get(name)));
  }

  /** The elements of a list of objects. */
  static List<Spec> list(Spec spec, String name) {
    if (spec.parameters().get(name) instanceof List<?> list) {
      return list.stream()
          .map(
              element -> {
                if (element instanceof Map<?, ?> map) {
                  return nested(spec.kind(), map);
                }
                throw new IllegalArgumentException(
                    "Each element of %s of kind %s must be an object, but one is %s."
                        .formatted(name, spec.kind(), element));
              })
          .toList();
    }
    throw new IllegalArgumentException(
        "Parameter %s of kind %s must be a list, but is %s."
            .formatted(name, spec.kind(), spec.parameters().get(name)));
  }

  @SuppressWarnings("unchecked") // a spec checks its values itself
  private static Spec nested(String kind, Map<?, ?> map) {
    return new Spec(kind, (Map<String, Object>) map);
  }
}
