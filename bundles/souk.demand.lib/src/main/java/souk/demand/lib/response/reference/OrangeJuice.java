package souk.demand.lib.response.reference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import souk.demand.lib.response.PriceResponse;
import souk.demand.lib.response.ResponseFit;
import souk.demand.lib.response.ResponseItem;
import souk.demand.lib.response.ResponseOptions;

/**
 * Refrigerated orange juice at Dominick's: three brands, one elasticity each.
 *
 * <p>Published (Taddy, Business Data Science, log(sales) ~ log(price) * brand): Dominick's -3.38,
 * Minute Maid -3.32, Tropicana -2.71. Stateless and thread-safe.
 */
public final class OrangeJuice {
  /** Published elasticity by brand. */
  public static final Map<String, Double> PUBLISHED =
      Map.of("dominicks", -3.38, "minute.maid", -3.32, "tropicana", -2.71);

  private static final Map<String, String> BRANDS =
      Map.of("1", "tropicana", "5", "minute.maid", "10", "dominicks");
  private static final double OUNCES = 64;

  private OrangeJuice() {}

  /**
   * The published regression, no shrinkage.
   *
   * @param lines of a file sales, price, brand, feat with a header
   */
  public static ResponseFit published(Stream<String> lines) {
    Map<String, Rows> rows = new TreeMap<>();
    Iterator<String> iterator = lines.skip(1).iterator();
    while (iterator.hasNext()) {
      String[] cells = iterator.next().split(",", -1);
      Rows brand = rows.computeIfAbsent(cells[2], name -> new Rows(0));
      brand.add(brand.size(), 0, Double.parseDouble(cells[0]), Double.parseDouble(cells[1]));
    }
    return new PriceResponse(ResponseOptions.plain(0.95)).fit(items(rows, List.of()));
  }

  /**
   * The default estimator on the same three brands: store effects, deal and feature flags, trend,
   * shrinkage.
   *
   * @param lines of a file store, brand, week, logmove, price1 … price11, deal, feat, profit with a
   *     header
   */
  public static ResponseFit byDefault(Stream<String> lines) {
    Map<String, Rows> rows = new TreeMap<>();
    Iterator<String> iterator = lines.skip(1).iterator();
    while (iterator.hasNext()) {
      String[] cells = iterator.next().split(",", -1);
      String brand = BRANDS.get(cells[1]);
      if (brand != null) {
        double price = Double.parseDouble(cells[3 + Integer.parseInt(cells[1])]);
        rows.computeIfAbsent(brand, name -> new Rows(2))
            .add(
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[0]),
                StrictMath.exp(Double.parseDouble(cells[3])),
                OUNCES * price,
                Double.parseDouble(cells[15]),
                Double.parseDouble(cells[16]));
      }
    }
    return new PriceResponse(ResponseOptions.standard(true, 0.95))
        .fit(items(rows, List.of("deal", "feat")));
  }

  private static List<ResponseItem> items(Map<String, Rows> rows, List<String> names) {
    List<ResponseItem> items = new ArrayList<>();
    rows.forEach((brand, table) -> items.add(table.item(brand, names)));
    return items;
  }
}
