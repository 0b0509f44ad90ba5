package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "quote",
    mixinStandardHelpOptions = true,
    header = "Quotes a cart, or a file of carts.",
    description = {
      "Asks the running platform for the price of a cart and prints the answer as JSON.",
      "With --offers, --carts and --out: quotes the carts of a file, one a line, with the offers "
          + "and prices of another one, whatever is published, and writes one quote a line. A line "
          + "that cannot be quoted becomes {\"line\":…,\"problem\":…}, and the exit code is 2."
    })
final class QuoteCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Parameters(arity = "0..*", paramLabel = "SKU=QUANTITY", description = "The lines of the cart.")
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

  @Option(
      names = "--offers",
      paramLabel = "JSON",
      description = "Offers and prices in the language of offers.")
  private Path offers;

  @Option(names = "--carts", paramLabel = "JSONL", description = "One cart a line.")
  private Path carts;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "For carts that name no instant; now if left out.")
  private Instant at;

  @Option(names = "--out", paramLabel = "JSONL", description = "One quote a line.")
  private Path out;

  @Option(names = "--explain", description = "A finding on every offer in each quote.")
  private boolean explain;

  @Override
  public Integer call() {
    if (offers == null && carts == null && out == null) {
      return one();
    }
    if (offers == null || carts == null || out == null || lines != null) {
      throw new CliFailure(
          ExitCode.USAGE,
          "A file of carts needs --offers, --carts and --out, and no SKU=QUANTITY.");
    }
    QuoteFile.Outcome outcome;
    long began = System.nanoTime();
    try (Session session = Session.forComputing(options.place())) {
      Instant instant = at == null ? Instant.now() : at;
      PreviewCalls calls = new PreviewCalls(session.api("merchandiser"), offers, instant, explain);
      outcome = new QuoteFile(calls, carts, out).run();
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "carts %d  quoted %d  refused %d  seconds %.1f  out %s%n",
        outcome.lines(),
        outcome.lines() - outcome.refused(),
        outcome.refused(),
        seconds,
        out);
    return outcome.refused() == 0 ? ExitCode.OK.value() : ExitCode.USAGE.value();
  }

  private int one() {
    if (lines == null || lines.isEmpty()) {
      throw new CliFailure(
          ExitCode.USAGE,
          "There is nothing to quote.\nMaybe SKU=QUANTITY is missing, or --offers, --carts and --out.");
    }
    Place place = options.place();
    Api api = Api.of(place, Running.require(place), "till");
    System.out.println(Api.pretty(ask(api, currency, channel, customer, coupons, lines, explain)));
    return ExitCode.OK.value();
  }

  static JsonNode ask(
      Api api,
      String currency,
      String channel,
      String customer,
      List<String> coupons,
      Map<String, Integer> lines) {
    return ask(api, currency, channel, customer, coupons, lines, false);
  }

  private static JsonNode ask(
      Api api,
      String currency,
      String channel,
      String customer,
      List<String> coupons,
      Map<String, Integer> lines,
      boolean explained) {
    ObjectNode body = Api.object().put("currency", currency).put("channel", channel);
    if (!customer.isBlank()) {
      body.put("customer", customer);
    }
    ArrayNode codes = body.putArray("coupons");
    coupons.forEach(codes::add);
    ArrayNode cart = body.putArray("lines");
    lines.forEach((sku, quantity) -> cart.addObject().put("sku", sku).put("quantity", quantity));
    return api.post(explained ? "/quotes?explain=true" : "/quotes", body);
  }
}
