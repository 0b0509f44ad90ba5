package souk.demand.lib.response.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import souk.demand.lib.response.ItemSlope;
import souk.demand.lib.response.ResponseFit;

/**
 * The published elasticities, ours by the same regression, and the default estimator's beside them,
 * as lines to be printed; the last one starts with {@code RESULT elasticity}.
 *
 * <p>Stateless and thread-safe.
 */
public final class ReferenceElasticities {
  private ReferenceElasticities() {}

  /**
   * Computes and formats.
   *
   * @param threeBrands lines of {@code oj_three_brands.csv}, with header
   * @param juiceWeekly lines of {@code oj_weekly.csv}, with header
   * @param groceries lines of {@code weekly_sales.csv}, with header
   * @param products lines of {@code products.csv}, with header
   */
  public static List<String> report(
      List<String> threeBrands,
      List<String> juiceWeekly,
      List<String> groceries,
      List<String> products) {
    ResponseFit juice = OrangeJuice.published(threeBrands.stream());
    ResponseFit juiceDefault = OrangeJuice.byDefault(juiceWeekly.stream());
    Map<String, String> categories = Groceries.categories(products.stream());
    ResponseFit grocery = Groceries.reference(groceries.stream(), categories);
    Map<String, ResponseFit> groceryDefault = Groceries.byDefault(groceries.stream(), categories);
    List<String> lines = new ArrayList<>();
    StringBuilder result = new StringBuilder("RESULT elasticity");
    double worst = 0;
    for (Map.Entry<String, Double> brand : new TreeMap<>(OrangeJuice.PUBLISHED).entrySet()) {
      ItemSlope own = juice.item(brand.getKey());
      ItemSlope ours = juiceDefault.item(brand.getKey());
      worst = StrictMath.max(worst, StrictMath.abs(own.slope() - brand.getValue()));
      lines.add(
          String.format(
              Locale.ROOT,
              "%-24s published %6.2f  same regression %6.2f  default %6.2f [%.2f, %.2f]",
              brand.getKey(),
              brand.getValue(),
              own.slope(),
              ours.slope(),
              ours.low(),
              ours.high()));
      result.append(pair(brand.getKey(), own.slope()));
      result.append(pair(brand.getKey() + "-default", ours.slope()));
    }
    for (Map.Entry<String, Double> category : new TreeMap<>(Groceries.REFERENCE).entrySet()) {
      ItemSlope own = grocery.item(category.getKey());
      ResponseFit ours = groceryDefault.get(category.getKey());
      long identified = ours.items().stream().filter(ItemSlope::isIdentified).count();
      worst = StrictMath.max(worst, StrictMath.abs(own.slope() - category.getValue()));
      lines.add(
          String.format(
              Locale.ROOT,
              "%-24s published %6.2f  same regression %6.2f  default %6.2f (%d of %d identified)",
              category.getKey().toLowerCase(Locale.ROOT),
              category.getValue(),
              own.slope(),
              ours.pooledSlope(),
              identified,
              ours.items().size()));
      result.append(pair(category.getKey(), own.slope()));
      result.append(pair(category.getKey() + "-default", ours.pooledSlope()));
    }
    result.append(String.format(Locale.ROOT, " largestDifference=%.3f", worst));
    lines.add(result.toString());
    return lines;
  }

  /** A name such as {@code frozen pizza-default} becomes {@code frozenPizzaDefault}. */
  private static String pair(String name, double value) {
    StringBuilder key = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      key.append(
          key.length() == 0
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return String.format(Locale.ROOT, " %s=%.3f", key, value);
  }
}
