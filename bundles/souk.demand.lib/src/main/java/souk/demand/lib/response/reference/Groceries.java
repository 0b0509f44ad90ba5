package souk.demand.lib.response.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import souk.demand.lib.response.ItemSlope;
import souk.demand.lib.response.PriceResponse;
import souk.demand.lib.response.ResponseFit;
import souk.demand.lib.response.ResponseItem;
import souk.demand.lib.response.ResponseOptions;

/**
 * Weekly sales of four grocery categories in 26 stores, with promotions.
 *
 * <p>Reference: log units on log(price / base price), log base price, feature, display and tag
 * reduction with store x product effects: bag snacks -0.91, oral hygiene -1.37, cold cereal -1.75,
 * frozen pizza -3.14. Stateless and thread-safe.
 */
public final class Groceries {
  /** Reference price-cut elasticity by category. */
  public static final Map<String, Double> REFERENCE =
      Map.of(
          "BAG SNACKS", -0.91,
          "ORAL HYGIENE PRODUCTS", -1.37,
          "COLD CEREAL", -1.75,
          "FROZEN PIZZA", -3.14);

  private static final int STORES = 1_000;

  private Groceries() {}

  /** Category by product code, from the lines of the products file. */
  public static Map<String, String> categories(Stream<String> lines) {
    Map<String, String> categories = new HashMap<>();
    lines
        .skip(1)
        .map(line -> line.split(","))
        .forEach(cells -> categories.put(cells[0], cells[3].strip()));
    return categories;
  }

  /**
   * The reference regression, one slope per category, no shrinkage.
   *
   * @param sales lines of the weekly sales file, with header
   */
  public static ResponseFit reference(Stream<String> sales, Map<String, String> categories) {
    Map<String, Rows> rows = new TreeMap<>();
    each(
        sales,
        (week, store, product, cells) -> {
          double price = Double.parseDouble(cells[7]);
          double base = Double.parseDouble(cells[8]);
          rows.computeIfAbsent(categories.get(cells[2]), name -> new Rows(4))
              .add(
                  week,
                  product * STORES + store,
                  Double.parseDouble(cells[3]),
                  price / base,
                  StrictMath.log(base),
                  Double.parseDouble(cells[9]),
                  Double.parseDouble(cells[10]),
                  Double.parseDouble(cells[11]));
        });
    return new PriceResponse(ResponseOptions.plain(0.95))
        .fit(items(rows, List.of("log base price", "feature", "display", "tpr_only")));
  }

  /**
   * The default estimator, one slope per product: store effects, promotion flags, trend, market
   * index, shrinkage within the category.
   *
   * @return fit by category
   */
  public static Map<String, ResponseFit> byDefault(
      Stream<String> sales, Map<String, String> categories) {
    Map<String, Map<String, Rows>> rows = new TreeMap<>();
    each(
        sales,
        (week, store, product, cells) ->
            rows.computeIfAbsent(categories.get(cells[2]), name -> new TreeMap<>())
                .computeIfAbsent(cells[2], name -> new Rows(3))
                .add(
                    week,
                    store,
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[7]),
                    Double.parseDouble(cells[9]),
                    Double.parseDouble(cells[10]),
                    Double.parseDouble(cells[11])));
    Map<String, ResponseFit> fits = new TreeMap<>();
    PriceResponse estimator = new PriceResponse(ResponseOptions.standard(true, 0.95));
    rows.forEach(
        (category, products) ->
            fits.put(
                category,
                estimator.fit(items(products, List.of("feature", "display", "tpr_only")))));
    return fits;
  }

  /** Mean of the identified slopes of a fit; NaN if there is none. */
  public static double meanIdentified(ResponseFit fit) {
    return fit.items().stream()
        .filter(ItemSlope::isIdentified)
        .mapToDouble(ItemSlope::slope)
        .average()
        .orElse(Double.NaN);
  }

  private static List<ResponseItem> items(Map<String, Rows> rows, List<String> names) {
    List<ResponseItem> items = new ArrayList<>();
    rows.forEach((id, table) -> items.add(table.item(id, names)));
    return items;
  }

  private interface Row {
    void at(int week, int store, int product, String[] cells);
  }

  /** Passes each row with a sale, a price and a base price on. */
  private static void each(Stream<String> sales, Row row) {
    Map<String, Integer> weeks = new TreeMap<>();
    Map<String, Integer> stores = new HashMap<>();
    Map<String, Integer> products = new HashMap<>();
    List<String[]> table = new ArrayList<>();
    Iterator<String> iterator = sales.skip(1).iterator();
    while (iterator.hasNext()) {
      String[] cells = iterator.next().split(",", -1);
      boolean complete = !cells[7].isEmpty() && !cells[8].isEmpty();
      if (complete && Double.parseDouble(cells[7]) > 0 && Double.parseDouble(cells[3]) > 0) {
        table.add(cells);
        weeks.put(cells[0], 0);
      }
    }
    int number = 0;
    for (Map.Entry<String, Integer> week : weeks.entrySet()) {
      week.setValue(number++);
    }
    for (String[] cells : table) {
      row.at(
          Objects.requireNonNull(weeks.get(cells[0])),
          stores.computeIfAbsent(cells[1], code -> stores.size()),
          products.computeIfAbsent(cells[2], code -> products.size()),
          cells);
    }
  }
}
