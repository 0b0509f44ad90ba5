package souk.it.bench;

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
import souk.demand.lib.response.ResponseFit;
import souk.demand.lib.response.reference.Groceries;
import souk.demand.lib.response.reference.OrangeJuice;

/** Published elasticities with their own specification, the default estimator's beside them. */
final class ElasticityBench {
  private static final double TOLERANCE = 0.05;

  private ElasticityBench() {}

  static Result run() throws IOException {
    Path data = BenchData.folder();
    Result result = new Result("elasticity");
    double worst = 0;
    ResponseFit juice = OrangeJuice.published(lines(data, "orange_juice/oj_three_brands.csv.gz"));
    ResponseFit juiceByDefault =
        OrangeJuice.byDefault(lines(data, "orange_juice/oj_weekly.csv.gz"));
    for (Map.Entry<String, Double> brand : OrangeJuice.PUBLISHED.entrySet()) {
      double here = juice.item(brand.getKey()).slope();
      worst = Math.max(worst, Math.abs(here - brand.getValue()));
      row(brand.getKey(), brand.getValue(), here, juiceByDefault.item(brand.getKey()).slope());
      result.with(key(brand.getKey()), here, 3);
    }
    Map<String, String> categories =
        Groceries.categories(lines(data, "grocery_promotions/products.csv"));
    ResponseFit groceries =
        Groceries.reference(lines(data, "grocery_promotions/weekly_sales.csv.gz"), categories);
    Map<String, ResponseFit> byDefault =
        Groceries.byDefault(lines(data, "grocery_promotions/weekly_sales.csv.gz"), categories);
    for (Map.Entry<String, Double> category : Groceries.REFERENCE.entrySet()) {
      double here = groceries.item(category.getKey()).slope();
      worst = Math.max(worst, Math.abs(here - category.getValue()));
      row(
          category.getKey(),
          category.getValue(),
          here,
          byDefault.get(category.getKey()).pooledSlope());
      result.with(key(category.getKey()), here, 3);
    }
    return result
        .with("worstDifference", worst, 3)
        .require(worst <= TOLERANCE, "worstDifference <= " + TOLERANCE);
  }

  private static void row(String name, double published, double here, double byDefault) {
    System.out.printf(
        Locale.ROOT,
        "%-24s published %6.2f  same specification %7.3f  default estimator %7.3f%n",
        name,
        published,
        here,
        byDefault);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static Stream<String> lines(Path data, String name) throws IOException {
    Path file = data.resolve(name);
    if (!name.endsWith(".gz")) {
      return Files.readAllLines(file).stream();
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> all = reader.lines().toList();
      return all.stream();
    }
  }
}
