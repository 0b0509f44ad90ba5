package souk.offer.engine.kinds;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import souk.model.Spec;
import souk.offer.lib.compiled.ConditionForm;
import souk.offer.lib.compiled.Scope;

/** Reads the parameters of the kinds of conditions. */
final class Conditions {
  private Conditions() {}

  static Map<String, BuiltInCondition> all() {
    Map<String, BuiltInCondition> kinds = new TreeMap<>();
    kinds.put("audience", tags(ConditionForm::audience));
    kinds.put("store", tags(ConditionForm::store));
    kinds.put("channel", tags(ConditionForm::channel));
    kinds.put("payment", tags(ConditionForm::payment));
    kinds.put("product", articles("product", "skus"));
    kinds.put("sku", articles("product", "skus"));
    kinds.put("category", articles("category", "categories"));
    kinds.put("brand", articles("brand", "brands"));
    kinds.put("weekday", new BuiltInCondition((spec, net) -> weekday(spec)));
    kinds.put("time-of-day", new BuiltInCondition((spec, net) -> timeOfDay(spec)));
    kinds.put("cart-minimum", new BuiltInCondition(Conditions::cartMinimum));
    kinds.put("quantity-minimum", new BuiltInCondition((spec, net) -> quantityMinimum(spec)));
    kinds.put("coupon", new BuiltInCondition((spec, net) -> coupon(spec)));
    return Map.copyOf(kinds);
  }

  private static BuiltInCondition tags(
      BiFunction<Collection<String>, Collection<String>, ConditionForm> form) {
    return new BuiltInCondition(
        (spec, net) -> {
          Parameters.onlyKnown(spec, "anyOf", "noneOf");
          Set<String> anyOf = Set.copyOf(spec.texts("anyOf"));
          Set<String> noneOf = Set.copyOf(spec.texts("noneOf"));
          if (anyOf.isEmpty() && noneOf.isEmpty()) {
            throw new IllegalArgumentException(
                "Kind %s needs a value in anyOf or in noneOf, but both are empty."
                    .formatted(spec.kind()));
          }
          return form.apply(anyOf, noneOf);
        });
  }

  private static BuiltInCondition articles(String code, String parameter) {
    return new BuiltInCondition(
        (spec, net) -> {
          Parameters.onlyKnown(spec, parameter, "minimumQuantity");
          Parameters.neededTexts(spec, parameter);
          long least =
              Parameters.has(spec, "minimumQuantity")
                  ? Parameters.quantity(spec, "minimumQuantity")
                  : 0;
          return ConditionForm.leastUnits(code, Parameters.scope(spec), least);
        });
  }

  private static ConditionForm weekday(Spec spec) {
    Parameters.onlyKnown(spec, "days");
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String name : Parameters.neededTexts(spec, "days")) {
      days.add(
          Arrays.stream(DayOfWeek.values())
              .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Parameter days of kind weekday has monday to sunday, but not %s.%nMaybe it is misspelt."
                              .formatted(name))));
    }
    return ConditionForm.weekdays(days);
  }

  private static ConditionForm timeOfDay(Spec spec) {
    Parameters.onlyKnown(spec, "from", "until");
    int from = minute(spec, "from");
    int until = minute(spec, "until");
    if (from == until || from == 1440) {
      throw new IllegalArgumentException(
          "Kind time-of-day never holds from %s until %s.%nMaybe it should be left out, for the whole day."
              .formatted(spec.text("from"), spec.text("until")));
    }
    return ConditionForm.timeOfDay(from, until);
  }

  private static int minute(Spec spec, String name) {
    String text = spec.text(name);
    if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]|24:00")) {
      throw new IllegalArgumentException(
          "Parameter %s of kind time-of-day must be hours and minutes like 09:30, but is %s."
              .formatted(name, text));
    }
    return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
  }

  private static ConditionForm cartMinimum(Spec spec, boolean net) {
    Parameters.onlyKnownAndScope(spec, "amountMinor", "basis");
    boolean onNet = net;
    if (Parameters.has(spec, "basis")) {
      String basis = spec.text("basis");
      if (!basis.equals("list") && !basis.equals("net")) {
        throw new IllegalArgumentException(
            "Parameter basis of kind cart-minimum must be list or net, but is %s."
                .formatted(basis));
      }
      onNet = basis.equals("net");
    }
    return ConditionForm.leastAmount(
        Parameters.scope(spec), Parameters.positiveMinor(spec, "amountMinor"), onNet);
  }

  private static ConditionForm quantityMinimum(Spec spec) {
    Parameters.onlyKnownAndScope(spec, "quantity");
    long least = Parameters.quantity(spec, "quantity");
    if (least == 0) {
      throw new IllegalArgumentException(
          "Parameter quantity of kind quantity-minimum must be greater than 0.");
    }
    Scope scope = Parameters.scope(spec);
    return ConditionForm.leastUnits("quantity-minimum", scope, least);
  }

  private static ConditionForm coupon(Spec spec) {
    Parameters.onlyKnown(spec, "code", "batch");
    if (Parameters.has(spec, "code") == Parameters.has(spec, "batch")) {
      throw new IllegalArgumentException("Kind coupon needs either a code or a batch.");
    }
    if (Parameters.has(spec, "batch")) {
      return ConditionForm.batch(spec.text("batch"));
    }
    if (spec.text("code").isBlank()) {
      throw new IllegalArgumentException("Parameter code of kind coupon must not be blank.");
    }
    return ConditionForm.coupon(spec.text("code"));
  }
}
