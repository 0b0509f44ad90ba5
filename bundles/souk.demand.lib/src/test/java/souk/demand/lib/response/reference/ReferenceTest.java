package souk.demand.lib.response.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import souk.demand.lib.response.ItemSlope;
import souk.demand.lib.response.ResponseFit;

/** Published elasticities within 0.05, the default estimator's answers printed beside them. */
class ReferenceTest {
  private static final Map<String, List<String>> READ = new ConcurrentHashMap<>();

  @AfterAll
  static void forget() {
    READ.clear();
  }

  private static Stream<String> lines(String name) {
    Path file = Path.of(System.getProperty("souk.data.dir", "")).resolve(name);
    assumeTrue(
        Files.isRegularFile(file),
        "Skipped: no file '" + file + "' (system property souk.data.dir)");
    return READ.computeIfAbsent(name, key -> read(file)).stream();
  }

  private static List<String> read(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(String what, String id, double published, ItemSlope slope) {
    System.out.printf(
        Locale.ROOT,
        "elasticity %-22s %-22s published %.2f here %.3f [%.2f, %.2f]%n",
        what,
        id,
        published,
        slope.slope(),
        slope.low(),
        slope.high());
  }

  @Test
  void orangeJuiceAsPublished() {
    ResponseFit fit = OrangeJuice.published(lines("orange_juice/oj_three_brands.csv.gz"));
    assertEquals(3, fit.items().size());
    for (Map.Entry<String, Double> brand : OrangeJuice.PUBLISHED.entrySet()) {
      ItemSlope slope = fit.item(brand.getKey());
      print("orange juice", brand.getKey(), brand.getValue(), slope);
      assertEquals(brand.getValue(), slope.slope(), 0.05, brand.getKey());
    }
  }

  @Test
  void groceriesAsPublished() {
    Map<String, String> categories = Groceries.categories(lines("grocery_promotions/products.csv"));
    ResponseFit fit =
        Groceries.reference(lines("grocery_promotions/weekly_sales.csv.gz"), categories);
    assertEquals(4, fit.items().size());
    for (Map.Entry<String, Double> category : Groceries.REFERENCE.entrySet()) {
      ItemSlope slope = fit.item(category.getKey());
      print("groceries", category.getKey(), category.getValue(), slope);
      assertEquals(category.getValue(), slope.slope(), 0.05, category.getKey());
    }
    ItemSlope snacks = fit.item("BAG SNACKS");
    assertEquals(0.41, snacks.covariateEffects()[1], 0.02, "feature");
    assertEquals(0.43, snacks.covariateEffects()[2], 0.02, "display");
  }

  @Test
  void theDefaultEstimatorBesideThem() {
    ResponseFit juice = OrangeJuice.byDefault(lines("orange_juice/oj_weekly.csv.gz"));
    for (ItemSlope slope : juice.items()) {
      print("orange juice, default", slope.id(), OrangeJuice.PUBLISHED.get(slope.id()), slope);
      assertTrue(slope.isIdentified(), slope.toString());
      assertEquals(-2.6, slope.slope(), 0.3, slope.toString());
    }
    Map<String, String> categories = Groceries.categories(lines("grocery_promotions/products.csv"));
    Map<String, ResponseFit> fits =
        Groceries.byDefault(lines("grocery_promotions/weekly_sales.csv.gz"), categories);
    fits.forEach(
        (category, fit) -> {
          long identified = fit.items().stream().filter(ItemSlope::isIdentified).count();
          System.out.printf(
              Locale.ROOT,
              "elasticity groceries, default %-22s reference %.2f pooled %.3f between %.2f identified %d of %d, their mean %.3f%n",
              category,
              Groceries.REFERENCE.get(category),
              fit.pooledSlope(),
              fit.betweenItems(),
              identified,
              fit.items().size(),
              Groceries.meanIdentified(fit));
          assertTrue(identified * 10 >= fit.items().size() * 8, category);
          assertEquals(Groceries.REFERENCE.get(category), fit.pooledSlope(), 0.5, category);
        });
  }
}
