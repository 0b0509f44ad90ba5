package souk.it.harness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/**
 * A small shop in the columns of the shipped data set: two years, 30 articles, prices that change,
 * demand with elasticity −2, three kinds of customers.
 */
public final class Shop {
  public static final int ARTICLES = 30;
  private static final int WEEKS = 104;
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private Shop() {}

  /** Loads the shop into an empty platform and publishes a price plan, so that carts are quoted. */
  public static void open(Platform platform, Path folder) throws Exception {
    Path csv = folder.resolve("shop.csv");
    write(csv);
    platform.job("/loads", load(csv));
    platform.job("/segments/runs", Platform.object());
    platform.job("/responses/runs", Platform.object().put("includeSimulated", false));
    ObjectNode request =
        Platform.object().put("kind", "PRICE").put("items", ARTICLES).put("budgetMinor", 100_000);
    String plan = platform.job("/plans", request).path("planId").asText();
    platform.post("/plans/" + plan + "/approve", Platform.object().put("reason", "a shop opens"));
    platform.job(
        "/plans/" + plan + "/publish", Platform.object().put("holdoutShare", 0.2).put("seed", 7));
  }

  /** The request that loads a file in the columns of the shipped data set. */
  public static ObjectNode load(Path csv) throws IOException {
    ObjectNode body = Platform.object().put("connector", "files").put("path", csv.toString());
    Path mapping = Platform.HOME.resolve("demo/online_retail.mapping.json");
    body.set("mapping", Platform.JSON.readTree(mapping.toFile()));
    return body;
  }

  /** A cart of the web channel with one line per article. */
  public static ObjectNode cart(int quantity, String... skus) {
    ObjectNode cart = Platform.object().put("currency", "GBP").put("channel", "web");
    cart.putArray("coupons");
    ArrayNode lines = cart.putArray("lines");
    for (String sku : skus) {
      lines.addObject().put("sku", sku).put("quantity", quantity);
    }
    return cart;
  }

  public static String sku(int article) {
    return "A" + (100 + article);
  }

  /** Writes the file and returns the number of data lines. */
  public static int write(Path csv) throws IOException {
    Random random = new Random(11);
    StringBuilder text =
        new StringBuilder(
            "invoice_no,stock_code,description,quantity,invoice_date,unit_price,customer_id,country\n");
    int lines = 0;
    int invoice = 500_000;
    for (int week = 0; week < WEEKS; week++) {
      for (int article = 0; article < ARTICLES; article++) {
        double base = 2 + article % 7;
        double price = base * (1 + 0.1 * ((week / 4 + article) % 5 - 2));
        double mean = 12 * Math.pow(price / base, -2) * (1 + 0.3 * Math.sin(week * Math.PI / 26));
        int orders = 2 + random.nextInt(2);
        for (int order = 0; order < orders; order++) {
          int quantity =
              Math.max(1, (int) Math.round(mean / orders * (0.7 + random.nextDouble() * 0.6)));
          int customer = random.nextInt(10) < 7 ? random.nextInt(12) : 12 + random.nextInt(150);
          text.append(
              String.format(
                  Locale.ROOT,
                  "%d,%s,Article %d,%d,%s %02d:%02d:00,%.2f,%d,United Kingdom%n",
                  invoice++,
                  sku(article),
                  article,
                  quantity,
                  FIRST.plusDays(week * 7L + order * 2L),
                  9 + random.nextInt(8),
                  random.nextInt(60),
                  price,
                  12_000 + customer));
          lines++;
        }
      }
    }
    Files.writeString(csv, text);
    return lines;
  }
}
