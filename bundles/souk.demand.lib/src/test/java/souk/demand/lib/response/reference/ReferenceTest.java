package souk.demand.lib.response.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import souk.demand.lib.response.ItemSlope;
import souk.demand.lib.response.ResponseFit;

/** Published elasticities within 0.05, the default estimator's answers printed beside them. */
class ReferenceTest {
  private static Stream<String> lines(String name) throws IOException {
    Path file = Path.of(System.getProperty("souk.data.dir", "")).resolve(name);
    assumeTrue(
        Files.isRegularFile(file),
        "Skipped: no file '" + file + "' (system property souk.data.dir)");
    if (!name.endsWith(".gz")) {
      return Files.lines(file);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> all = reader.lines().toList();
      return all.stream();
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
  void orangeJuiceAsPublished() throws IOException {
    ResponseFit fit = OrangeJuice.published(lines("orange_juice/oj_three_brands.csv.gz"));
    assertEquals(3, fit.items().size());
    for (Map.Entry<String, Double> brand : OrangeJuice.PUBLISHED.entrySet()) {
      ItemSlope slope = fit.item(brand.getKey());
      print("orange juice", brand.getKey(), brand.getValue(), slope);
      assertEquals(brand.getValue(), slope.slope(), 0.05, brand.getKey());
    }
  }

  @Test
  void groceriesAsPublished() throws IOException {
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
  void theDefaultEstimatorBesideThem() throws IOException {
    ResponseFit juice = OrangeJuice.byDefault(lines("orange_juice/oj_weekly.csv.gz"));
    for (ItemSlope slope : juice.items()) {
      print("orange juice, default", slope.id(), OrangeJuice.PUBLISHED.get(slope.id()), slope);
      assertTrue(slope.isIdentified(), slope.toString());
      assertTrue(slope.slope() < -1.5 && slope.slope() > -4.5, slope.toString());
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
          assertTrue(identified >= 5, category);
          assertTrue(fit.pooledSlope() < -0.5 && fit.pooledSlope() > -4, category);
        });
  }
}
