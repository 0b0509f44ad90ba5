package souk.edge.webconsole.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import souk.customer.api.CustomerScore;
import souk.customer.api.CustomerSegment;
import souk.customer.api.ScoringRun;
import souk.customer.api.SegmentationRun;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.model.Reason;

/** Segments with size, value, stability and reasons, and who moved between them. */
final class SegmentsView {
  private static final String NONE = "–";

  private final Sheet sheet;
  private final SegmentationRun run;
  private final Optional<ScoringRun> scores;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Expected> expected = new HashMap<>();

  /** What the members of a segment will probably do. */
  private static final class Expected {
    private int customers;
    private double buys;
    private long spendMinor;
  }

  SegmentsView(Sheet sheet, SegmentationRun run, Optional<ScoringRun> scores) {
    this.sheet = sheet;
    this.run = run;
    this.scores = scores;
    run.segmentation().segments().forEach(s -> names.put(s.id(), CustomerWords.segment(sheet, s)));
    scores.ifPresent(this::expect);
  }

  private void expect(ScoringRun scoring) {
    for (CustomerScore score : scoring.forecast().scores()) {
      String segment = run.segmentation().memberships().get(score.customer());
      if (segment != null) {
        Expected sum = expected.computeIfAbsent(segment, id -> new Expected());
        sum.customers++;
        sum.buys += score.buys();
        sum.spendMinor += score.spend().amountMinor();
      }
    }
  }

  void show() {
    Html html = sheet.html().open("dl");
    fact(html, "strategy", run.strategy());
    fact(html, "made", Figures.time(run.segmentation().provenance().createdAt()));
    fact(html, "customers", Figures.count(run.segmentation().memberships().size()));
    double stability = run.segmentation().stability();
    if (!Double.isNaN(stability)) {
      fact(html, "stability", CustomerWords.figure(stability));
    }
    html.close();
    run.fallbackReason()
        .ifPresent(r -> html.element("p", sheet.text("customers.fallback", r), "class", "bad"));
    sheet.section("groups", sheet.text("segments.groups"));
    if (scores.isEmpty()) {
      html.element("p", sheet.text("segments.no-scores"), "class", "small");
    }
    table();
    sheet.endSection();
    migration();
  }

  private void fact(Html html, String key, String value) {
    html.open("div").element("dt", sheet.text("segments.fact." + key));
    html.element("dd", value).close();
  }

  private void table() {
    boolean judged =
        run.segmentation().segments().stream().anyMatch(s -> !jaccard(s.reasons()).equals(NONE));
    List<String> columns =
        new ArrayList<>(List.of("name", "size", "spent", "share", "recency", "orders"));
    columns.addAll(judged ? List.of("jaccard", "buys", "next") : List.of("buys", "next"));
    sheet.table("segments", columns.toArray(new String[0]));
    int all = Math.max(1, run.segmentation().memberships().size());
    for (CustomerSegment segment : run.segmentation().segments()) {
      sheet.row();
      Html html = sheet.open("name");
      html.element("strong", names.getOrDefault(segment.id(), segment.name()));
      html.open("details").element("summary", sheet.text("segments.why"));
      CustomerWords.reasons(sheet, segment.reasons());
      html.close().close();
      sheet.figure(
          "size",
          Figures.count(segment.customers())
              + " ("
              + CustomerWords.percent(segment.customers() / (double) all)
              + ")");
      sheet.figure("spent", CustomerWords.money(segment.meanRevenue()));
      sheet.figure("share", CustomerWords.percent(segment.revenueShare()));
      sheet.figure("recency", sheet.text("segments.days", Math.round(segment.meanRecencyDays())));
      sheet.figure("orders", Figures.number(segment.meanFrequency()));
      if (judged) {
        sheet.figure("jaccard", jaccard(segment.reasons()));
      }
      Expected sum = expected.get(segment.id());
      sheet.figure("buys", sum == null ? NONE : CustomerWords.percent(sum.buys / sum.customers));
      sheet.figure(
          "next",
          sum == null
              ? NONE
              : CustomerWords.money(
                  souk.model.Money.ofMinor(
                      Math.round(sum.spendMinor / (double) sum.customers),
                      segment.revenue().currency())));
      sheet.endRow();
    }
    sheet.endTable();
    scores.ifPresent(
        s ->
            sheet
                .html()
                .element(
                    "p",
                    sheet.text("segments.ahead", s.forecast().horizonDays(), s.strategy()),
                    "class",
                    "small"));
  }

  private static String jaccard(List<Reason> reasons) {
    return reasons.stream()
        .filter(r -> r.code().equals("segment.stability") && !r.arguments().isEmpty())
        .map(r -> r.arguments().get(0))
        .findFirst()
        .orElse(NONE);
  }

  private void migration() {
    sheet.section("moves", sheet.text("segments.moves"));
    if (run.migration().isEmpty()) {
      sheet.empty(sheet.text("segments.moves.none"));
    } else {
      sheet.table("segments", "from", "to", "moved");
      for (String move : new TreeSet<>(run.migration().keySet())) {
        String[] ends = move.split("→", 2);
        sheet.row();
        sheet.cell("from", name(ends[0]));
        sheet.cell("to", name(ends[ends.length - 1]));
        sheet.figure("moved", Figures.count(run.migration().getOrDefault(move, 0)));
        sheet.endRow();
      }
      sheet.endTable();
    }
    sheet.endSection();
  }

  /** Segments of the run before may have gone. */
  private String name(String id) {
    String key = "customers.segment." + id;
    String known = sheet.text(key);
    return names.getOrDefault(id, known.equals(key) ? id.replace('-', ' ') : known);
  }
}
