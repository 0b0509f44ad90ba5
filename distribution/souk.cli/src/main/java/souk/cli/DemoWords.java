package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts the answers of the loop into the words of the summary. */
final class DemoWords {
  private final Summary summary;
  private final Set<String> assumptions = new HashSet<>();

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

  void segments(String strategy, long selectMillis, JsonNode segments) {
    summary.section(
        "Customers by %s (selected and tested in %d ms, platform running)"
            .formatted(strategy, selectMillis));
    for (JsonNode segment : Fields.list(segments, "segments")) {
      summary.row(
          segment.path("name").asText(),
          "%s customers, %s of the revenue"
              .formatted(
                  Fields.count(segment.path("customers")),
                  Fields.percent(segment.path("revenueShare").asDouble())));
    }
  }

  void scores(JsonNode run) {
    summary.section(
        "What customers will do within %d days, by %s"
            .formatted(run.path("horizonDays").asInt(), run.path("strategy").asText()));
    summary.row(
        "All customers",
        "%s, %s days with a purchase expected"
            .formatted(
                Fields.count(run.path("customers")), Fields.number(run.path("purchases"), 0)));
    for (JsonNode score : Fields.list(run, "scores")) {
      summary.row(
          "Customer " + score.path("customer").asText(),
          "buys with %s, spends %s"
              .formatted(
                  Fields.percent(score.path("buys").asDouble()),
                  Fields.money(score.path("spend"))));
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

  void plan(String word, JsonNode plan) {
    summary.row(
        word + " plan " + plan.path("id").asText(),
        "expected profit %s, bound %s, gap %s, unchanged %s"
            .formatted(
                Fields.money(plan.path("objective")),
                Fields.money(plan.path("bound")),
                String.format(Locale.ROOT, "%.1e", plan.path("gap").asDouble()),
                Fields.money(plan.path("baseline"))));
    for (JsonNode reason : plan.path("reasons")) {
      summary.row("  reason", reason.path("text").asText());
    }
    for (JsonNode assumption : plan.path("assumptions")) {
      if (assumptions.add(assumption.path("text").asText())) {
        summary.row("  assumption", assumption.path("text").asText());
      }
    }
  }

  /** Every figure with its rung of evidence and its interval. */
  void effects(JsonNode experiment, JsonNode effects) {
    String unit = "SKU".equals(experiment.path("unit").asText()) ? "article" : "customer";
    for (JsonNode effect : effects) {
      summary.row(
          "  effect, *" + effect.path("label").asText().toLowerCase(Locale.ROOT) + "*",
          "%-8s %s per %s, %.0f %% interval %s, %s treated, %s held out"
              .formatted(
                  effect.path("metric").asText(),
                  Fields.number(effect.path("perUnit"), 2),
                  unit,
                  100 * effect.path("interval").path("level").asDouble(),
                  Fields.interval(effect.path("interval"), 2),
                  Fields.count(effect.path("treated")),
                  Fields.count(effect.path("control"))));
    }
  }

  void quotes(Map<String, JsonNode> quotes) {
    summary.section("Quotes");
    quotes.forEach(this::quote);
  }

  private void quote(String title, JsonNode quote) {
    summary.raw(
        "%s: gross %s, discount %s, net %s, prices of %s"
            .formatted(
                title,
                Fields.money(quote.path("gross")),
                Fields.money(quote.path("discount")),
                Fields.money(quote.path("net")),
                quote.path("snapshot").asText()));
    for (JsonNode offer : quote.path("applied")) {
      summary.row(
          "  applied", offer.path("name").asText() + ", " + Fields.money(offer.path("discount")));
    }
    for (JsonNode offer : quote.path("rejected")) {
      summary.row(
          "  not applied",
          offer.path("name").asText(offer.path("offerId").asText())
              + ": "
              + offer.path("reason").path("text").asText());
      break;
    }
  }
}
