package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where every figure came from. */
final class ProvenanceSection {
  private ProvenanceSection() {}

  static void write(Page page) {
    page.section(
        "provenance",
        () -> {
          publications(page);
          JsonNode all = page.facts().path("provenance");
          if (all.isEmpty()) {
            page.empty("empty.provenance");
            return;
          }
          page.html().open("details").element("summary", page.text("provenance.all", all.size()));
          List<List<String>> rows = new ArrayList<>();
          for (JsonNode p : all) {
            List<String> options = new ArrayList<>();
            p.path("options")
                .properties()
                .forEach(e -> options.add(e.getKey() + " = " + e.getValue().asText()));
            rows.add(
                List.of(
                    p.path("of").asText(),
                    p.path("strategy").asText() + "@" + p.path("version").asText(),
                    p.path("createdAt").asText(),
                    p.path("seed").asText(),
                    p.path("snapshot").asText(Figures.MISSING),
                    String.join(", ", options)));
          }
          page.html().open("div", "class", "wide-text");
          page.table(
              List.of(
                  "column.of",
                  "column.strategy",
                  "column.createdAt",
                  "column.seed",
                  "column.snapshot",
                  "column.options"),
              rows);
          page.html().close("div").close("details");
          strategies(page);
        });
  }

  private static void publications(Page page) {
    JsonNode publications = page.facts().path("publications");
    if (publications.isEmpty()) {
      return;
    }
    page.html().element("h3", page.text("provenance.publications"));
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode p : publications) {
      rows.add(
          List.of(
              p.path("id").asText(),
              p.path("at").asText(),
              p.path("planId").asText(Figures.MISSING),
              p.path("experimentId").asText(Figures.MISSING),
              page.figures().number(p.path("prices"), 0),
              page.figures().number(p.path("offers"), 0),
              p.path("snapshot").asText()));
    }
    page.table(
        List.of(
            "column.publication",
            "column.createdAt",
            "column.plan",
            "column.experiment",
            "column.prices",
            "column.offers",
            "column.snapshot"),
        rows);
  }

  private static void strategies(Page page) {
    JsonNode strategies = page.facts().path("strategies");
    if (strategies.isEmpty()) {
      return;
    }
    page.html().element("h3", page.text("provenance.strategies"));
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode s : strategies) {
      rows.add(
          List.of(
              s.path("role").asText(),
              s.path("strategy").asText() + "@" + s.path("version").asText(),
              s.path("bundle").asText(),
              page.figures().number(s.path("calls"), 0),
              page.figures().number(s.path("fallbacks"), 0)));
    }
    page.table(
        List.of(
            "column.role", "column.strategy", "column.bundle", "column.calls", "column.fallbacks"),
        rows);
  }
}
