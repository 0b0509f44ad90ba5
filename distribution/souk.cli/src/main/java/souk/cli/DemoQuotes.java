package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Three carts: an article whose price the plan changed; a known customer with an article on offer;
 * the same cart without a name, so that the reason of the refusal is seen.
 */
final class DemoQuotes {
  /** Frequent customers of the data set, most of them in a segment that is addressed. */
  private static final List<String> CUSTOMERS =
      List.of("14911", "12748", "17841", "13089", "15311", "14606", "14527", "13798");

  private static final int UNITS = 6;

  private final Api api;
  private final Api till;

  DemoQuotes(Api api, Api till) {
    this.api = api;
    this.till = till;
  }

  /** By title, in order. */
  Map<String, JsonNode> ask() {
    List<String> changed = changedArticles();
    List<String> offered = offeredArticles();
    String article =
        offered.isEmpty() ? changed.get(Math.min(1, changed.size() - 1)) : offered.get(0);
    Map<String, JsonNode> quotes = new LinkedHashMap<>();
    quotes.put("Cart 1: " + changed.get(0) + ", price changed", quote("", changed.get(0)));
    JsonNode known = quote(CUSTOMERS.get(0), article);
    String customer = CUSTOMERS.get(0);
    for (String candidate : CUSTOMERS) {
      JsonNode quote = quote(candidate, article);
      if (!quote.path("applied").isEmpty()) {
        known = quote;
        customer = candidate;
        break;
      }
    }
    quotes.put("Cart 2: " + article + ", customer " + customer, known);
    quotes.put("Cart 3: " + article + ", no customer", quote("", article));
    return quotes;
  }

  private JsonNode quote(String customer, String sku) {
    return QuoteCommand.ask(till, "GBP", "web", customer, List.of(), Map.of(sku, UNITS));
  }

  private List<String> changedArticles() {
    Set<String> skus = new LinkedHashSet<>();
    for (JsonNode plan : api.get("/plans")) {
      for (JsonNode line : api.get("/plans/" + plan.path("id").asText()).path("priceLines")) {
        boolean changed =
            line.path("current").path("amountMinor").asLong()
                != line.path("proposed").path("amountMinor").asLong();
        if (changed) {
          skus.add(line.path("sku").asText());
        }
      }
    }
    if (skus.isEmpty()) {
      throw new CliFailure(ExitCode.FAILED, "No plan of this demonstration changed a price.");
    }
    return new ArrayList<>(skus);
  }

  private List<String> offeredArticles() {
    List<String> skus = new ArrayList<>();
    for (JsonNode offer : api.get("/offers").path("offers")) {
      offer.path("effect").path("parameters").path("skus").forEach(sku -> skus.add(sku.asText()));
    }
    return skus;
  }
}
