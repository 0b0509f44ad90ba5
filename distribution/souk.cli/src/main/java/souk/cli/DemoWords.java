package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the answers of the loop into the words of the summary. */
final class DemoWords {
  private final Summary summary;

  DemoWords(Summary summary) {
    this.summary = summary;
  }

  void loads(JsonNode first, JsonNode second) {
    summary.section("Data: UCI Online Retail, D. Chen, S. L. Sain, K. Guo 2012, CC BY 4.0");
    summary.row(
        "Lines",
        "%s read = %s loaded + %s quarantined"
            .formatted(
                Fields.count(first.path("rowsRead")),
                Fields.count(first.path("rowsLoaded")),
                Fields.count(first.path("rowsQuarantined"))));
    first
        .path("reasons")
        .properties()
        .forEach(e -> summary.row("  quarantined", e.getKey() + " " + Fields.count(e.getValue())));
    summary.row(
        "Identical lines", Fields.count(first.path("identicalLines")) + " kept and flagged");
    summary.row(
        "Total",
        "%s %s = %s loaded + %s quarantined + %s rounding"
            .formatted(
                first.path("sourceTotal").asText(),
                first.path("currency").asText(),
                first.path("loadedTotal").asText(),
                first.path("quarantinedTotal").asText(),
                first.path("roundingDifference").asText()));
    summary.row(
        "Loaded a second time",
        "%s new, %s unchanged"
            .formatted(
                Fields.count(second.path("rowsLoaded")),
                Fields.count(second.path("rowsUnchanged"))));
  }

  void quality(JsonNode quality) {
    JsonNode findings = Fields.list(quality, "findings");
    summary.row("Quality", findings.size() + " findings");
  }

  void segments(JsonNode segments) {
    summary.section("Customers");
    for (JsonNode segment : Fields.list(segments, "segments")) {
      JsonNode size = segment.has("customers") ? segment.get("customers") : segment.path("size");
      summary.row(
          segment.path("name").asText(segment.path("id").asText()),
          Fields.count(size) + " customers");
    }
  }

  void forecasts(JsonNode run, int items, int weeks) {
    summary.section(
        "Forecasts: backtest over rolling origins, %d items, %d weeks".formatted(items, weeks));
    summary.raw(
        String.format(
            Locale.ROOT,
            "%-26s %8s %8s %8s %10s",
            "strategy",
            "WAPE",
            "MASE",
            "cover80",
            "vs naive"));
    for (JsonNode score : run.path("backtest")) {
      summary.raw(
          String.format(
              Locale.ROOT,
              "%-26s %8.3f %8.3f %8.3f %10.3f",
              score.path("strategy").asText(),
              score.path("wape").asDouble(),
              score.path("mase").asDouble(),
              score.path("coverage80").asDouble(),
              score.path("wapeRatio").asDouble()));
    }
  }

  void responses(JsonNode model, boolean simulated) {
    if (!simulated) {
      summary.section("Price response");
    }
    int items = model.path("items").size();
    long identified = 0;
    for (JsonNode item : model.path("items")) {
      identified += item.path("identified").asBoolean() ? 1 : 0;
    }
    summary.row(
        simulated ? "Refit (simulated sales in)" : "Observed sales",
        "%d items, %s not identified, pooled elasticity %s"
            .formatted(
                items,
                Fields.percent(items == 0 ? 0 : 1 - (double) identified / items),
                Fields.number(model.path("pooledElasticity"), 2)));
  }

  void loop(int round) {
    summary.section("Loop " + round + ": plan, publication, simulated sales, effect");
  }

  void plan(String word, JsonNode plan, JsonNode effects) {
    summary.row(
        word + " plan",
        "objective %s, bound %s, gap %s, unchanged %s"
            .formatted(
                Fields.money(plan.path("objective")),
                Fields.money(plan.path("bound")),
                String.format(Locale.ROOT, "%.1e", plan.path("gap").asDouble()),
                Fields.money(plan.path("baseline"))));
    for (JsonNode reason : plan.path("reasons")) {
      summary.row("  in words", reason.path("text").asText());
    }
    for (JsonNode assumption : plan.path("assumptions")) {
      summary.row("  assumption", assumption.path("text").asText(assumption.toString()));
    }
    for (JsonNode effect : Fields.list(effects, "effects")) {
      summary.row(
          "  effect (" + effect.path("label").asText().toLowerCase(Locale.ROOT) + ")",
          "%s: %s per unit %s, %s treated, %s held out"
              .formatted(
                  effect.path("metric").asText(),
                  Fields.number(effect.path("perUnit"), 2),
                  Fields.interval(effect.path("interval"), 2),
                  Fields.count(effect.path("treated")),
                  Fields.count(effect.path("control"))));
    }
  }

  void quoteSection() {
    summary.section("Quotes");
  }

  /** Articles whose price the last plans touched, so that the quotes show something. */
  List<String> skusForQuotes(JsonNode plans, Api api) {
    Map<String, Boolean> skus = new LinkedHashMap<>();
    for (JsonNode plan : Fields.list(plans, "plans")) {
      for (JsonNode line : api.get("/plans/" + plan.path("id").asText()).path("priceLines")) {
        skus.put(line.path("sku").asText(), true);
        if (skus.size() >= 3) {
          return new ArrayList<>(skus.keySet());
        }
      }
    }
    throw new CliFailure(ExitCode.FAILED, "No plan holds three articles to quote.");
  }

  void quote(int number, JsonNode quote) {
    summary.row(
        "Cart " + number,
        "gross %s, discount %s, net %s, snapshot %s"
            .formatted(
                Fields.money(quote.path("gross")),
                Fields.money(quote.path("discount")),
                Fields.money(quote.path("net")),
                quote.path("snapshot").asText()));
    for (JsonNode offer : quote.path("applied")) {
      summary.row("  applied", offer.path("name").asText());
    }
  }
}
