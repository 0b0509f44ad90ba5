package souk.evidence.reporting.facts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import souk.data.api.Costs;
import souk.data.api.DataQuality;
import souk.data.api.LoadReport;
import souk.data.api.Loads;
import souk.data.api.QualityFinding;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.model.Panel;
import souk.model.Series;

/** Size of the shop, sales per week, loads and quality. */
final class SalesFacts {
  private SalesFacts() {}

  static void summary(ObjectNode facts, SalesHistory sales) {
    sales
        .summary()
        .ifPresent(
            (SalesSummary s) -> {
              ObjectNode node = facts.putObject("shop");
              node.put("orders", s.orders());
              node.put("lines", s.lines());
              node.put("customers", s.customers());
              node.put("items", s.items());
              node.put("firstDay", s.firstDay().toString());
              node.put("lastDay", s.lastDay().toString());
              Nodes.money(node, "revenue", s.revenue());
              facts.put("currency", s.revenue().currency().getCurrencyCode());
              weeks(facts.putArray("sales"), sales, s.lastDay());
            });
  }

  static void costs(ObjectNode facts, Costs costs) {
    Nodes.number(facts, "assumedCostShare", costs.assumedShare());
  }

  static void loads(ObjectNode facts, Loads loads) {
    ArrayNode array = facts.putArray("loads");
    for (LoadReport load : loads.list()) {
      ObjectNode node = array.addObject();
      node.put("id", load.loadId());
      node.put("file", load.location().substring(load.location().lastIndexOf('/') + 1));
      node.put("startedAt", load.startedAt().toString());
      node.put("durationMillis", load.durationMillis());
      node.put("rowsRead", load.rowsRead());
      node.put("rowsLoaded", load.rowsLoaded());
      node.put("rowsUnchanged", load.rowsUnchanged());
      node.put("rowsQuarantined", load.rowsQuarantined());
      node.put("identicalLines", load.identicalLines());
      Nodes.counts(node, "reasons", load.reasons());
      Nodes.counts(node, "flags", load.flags());
      node.put("currency", load.currency());
      node.put("sourceTotal", load.sourceTotal().toPlainString());
      node.put("loadedTotal", load.loadedTotal().toPlainString());
      node.put("quarantinedTotal", load.quarantinedTotal().toPlainString());
      node.put("roundingDifference", load.roundingDifference().toPlainString());
    }
  }

  static void quality(ObjectNode facts, DataQuality quality) {
    ArrayNode array = facts.putArray("quality");
    for (QualityFinding finding : quality.findings()) {
      ObjectNode node = array.addObject();
      node.put("rule", finding.rule());
      node.put("severity", finding.severity());
      node.put("rows", finding.rows());
      Nodes.number(node, "share", finding.share());
      Nodes.reason(node.putObject("reason"), finding.text());
    }
  }

  /** A week that is not wholly observed was left out of the observed ones: it is simulated. */
  private static void weeks(ArrayNode array, SalesHistory sales, LocalDate lastDay) {
    totals(sales.weekly(SalesQuery.all().withSimulated(true)))
        .forEach(
            (week, sum) -> {
              ObjectNode node = array.addObject();
              node.put("week", week.toString());
              Nodes.number(node, "units", sum[0]);
              Nodes.number(node, "revenue", Math.round(sum[1] * 100) / 100.0);
              node.put("simulated", week.plusDays(6).isAfter(lastDay));
            });
  }

  private static SortedMap<LocalDate, double[]> totals(Panel panel) {
    TreeMap<LocalDate, double[]> totals = new TreeMap<>();
    for (Series series : panel.seriesList()) {
      Series price = panel.covariate(SalesHistory.PRICE, series.id()).orElse(null);
      for (int i = 0; i < series.length(); i++) {
        double[] sum =
            totals.computeIfAbsent(
                panel.grid().dateOf(series.firstStep() + i), week -> new double[2]);
        int at = price == null ? -1 : series.firstStep() + i - price.firstStep();
        sum[0] += series.value(i);
        sum[1] +=
            price != null && at >= 0 && at < price.length() ? series.value(i) * price.value(at) : 0;
      }
    }
    return totals;
  }
}
