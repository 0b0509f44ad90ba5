package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "quote",
    mixinStandardHelpOptions = true,
    description =
        "Asks the running platform for the price of a cart and prints the answer as JSON.")
final class QuoteCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Parameters(arity = "1..*", paramLabel = "SKU=QUANTITY", description = "The lines of the cart.")
  private Map<String, Integer> lines;

  @Option(
      names = "--currency",
      defaultValue = "GBP",
      description = "ISO 4217 (default: ${DEFAULT-VALUE}).")
  private String currency;

  @Option(names = "--channel", defaultValue = "web", description = "Default: ${DEFAULT-VALUE}.")
  private String channel;

  @Option(names = "--customer", defaultValue = "", description = "Customer key, if known.")
  private String customer;

  @Option(names = "--coupon", description = "Coupon code; may be repeated.")
  private List<String> coupons = List.of();

  @Override
  public Integer call() {
    Place place = options.place();
    Api api = Api.of(place, Running.require(place), "till");
    System.out.println(Api.pretty(ask(api, currency, channel, customer, coupons, lines)));
    return ExitCode.OK.value();
  }

  static JsonNode ask(
      Api api,
      String currency,
      String channel,
      String customer,
      List<String> coupons,
      Map<String, Integer> lines) {
    ObjectNode body = Api.object().put("currency", currency).put("channel", channel);
    if (!customer.isBlank()) {
      body.put("customer", customer);
    }
    ArrayNode codes = body.putArray("coupons");
    coupons.forEach(codes::add);
    ArrayNode cart = body.putArray("lines");
    lines.forEach((sku, quantity) -> cart.addObject().put("sku", sku).put("quantity", quantity));
    return api.post("/quotes", body);
  }
}
