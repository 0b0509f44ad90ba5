package souk.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * A small shop in the columns of the shipped data set: two years, 30 articles, prices that change,
 * demand with a planted elasticity, three kinds of customers.
 */
public final class Shop {
  public static final int ARTICLES = 30;

  /** Planted price elasticity of demand. */
  public static final double ELASTICITY = -4;

  private static final int CUSTOMERS = 162;
  private static final int WEEKS = 104;
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private Shop() {}

  /** Loads the shop into an empty platform and publishes a price plan, so that carts are quoted. */
  public static void open(Platform platform, Path folder) throws Exception {
    Path csv = folder.resolve("shop.csv");
    write(csv);
    open(platform, csv, 0);
  }

  /**
   * Opens it with a file that was written before.
   *
   * @param holdoutShare of the customers, who get no promotion
   */
  public static void open(Platform platform, Path csv, double holdoutShare) throws Exception {
    platform.job("/loads", load(csv));
    platform.job("/segments/runs", Platform.object());
    platform.job("/responses/runs", Platform.object().put("includeSimulated", false));
    publish(platform, "PROMOTION", holdoutShare);
    publish(platform, "PRICE", 0.2);
  }

  private static void publish(Platform platform, String kind, double holdoutShare)
      throws Exception {
    ObjectNode request =
        Platform.object().put("kind", kind).put("items", ARTICLES).put("budgetMinor", 1_000_000);
    String plan = platform.job("/plans", request).path("planId").asText();
    platform.post("/plans/" + plan + "/approve", Platform.object().put("reason", "a shop opens"));
    platform.job(
        "/plans/" + plan + "/publish",
        Platform.object().put("holdoutShare", holdoutShare).put("seed", 7));
  }

  /**
   * A cart to which an offer applies: a known customer with articles on offer. Both the pricing and
   * the selection strategy take part in its quote.
   */
  public static ObjectNode cartWithOffer(Platform platform, int lines) throws Exception {
    Set<String> skus = new LinkedHashSet<>();
    for (JsonNode offer : platform.get("/offers").path("offers")) {
      offer.path("effect").path("parameters").path("skus").forEach(sku -> skus.add(sku.asText()));
    }
    for (int article = 0; skus.size() < lines; article++) {
      skus.add(sku(article));
    }
    String[] cartSkus = skus.stream().limit(lines).toArray(String[]::new);
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      ObjectNode cart = cart(2, cartSkus).put("customer", Integer.toString(12_000 + customer));
      HttpResponse<String> answer = platform.send("POST", "/quotes", cart, platform.key("till"));
      if (answer.statusCode() == 200
          && !Platform.JSON.readTree(answer.body()).path("applied").isEmpty()) {
        return cart;
      }
    }
    throw new IllegalStateException("No customer of the shop gets an offer.");
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
        double mean =
            12 * Math.pow(price / base, ELASTICITY) * (1 + 0.3 * Math.sin(week * Math.PI / 26));
        int orders = 2 + random.nextInt(2);
        for (int order = 0; order < orders; order++) {
          int quantity =
              Math.max(1, (int) Math.round(mean / orders * (0.7 + random.nextDouble() * 0.6)));
          int customer =
              random.nextInt(10) < 7 ? random.nextInt(12) : 12 + random.nextInt(CUSTOMERS - 12);
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
