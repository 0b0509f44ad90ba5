package souk.offer.engine.kinds;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.Spec;

/** Reads and checks the parameters of a spec. */
final class Parameters {
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

  static long positiveMinor(Spec spec, String name) {
    return positiveMinor(spec.kind(), name, spec.number(name));
  }

  static long positiveMinor(String kind, String name, BigDecimal value) {
    if (value.signum() <= 0 || value.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(
          "Parameter %s of kind %s must be a whole number of minor units greater than 0, but is %s.%nMaybe it was given in major units."
              .formatted(name, kind, value.toPlainString()));
    }
    return value.longValueExact();
  }

  static Set<Sku> skus(Spec spec) {
    Set<Sku> skus = new LinkedHashSet<>();
    spec.texts("skus").forEach(text -> skus.add(new Sku(text)));
    if (spec.parameters().containsKey("skus") && skus.isEmpty()) {
      throw new IllegalArgumentException(
          "Parameter skus of kind %s is an empty list.%nMaybe it should be left out, for all articles."
              .formatted(spec.kind()));
    }
    return Set.copyOf(skus);
  }
}
