package souk.evidence.reporting.facts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import souk.customer.api.CustomerScore;
import souk.customer.api.CustomerSegment;
import souk.customer.api.ScoringRun;
import souk.customer.api.SegmentationRun;
import souk.model.Money;

/** What customers will probably do, by segment, and how well that was told on earlier days. */
final class ScoreFacts {
  private ScoreFacts() {}

  private static final class Sums {
    private int customers;
    private double buys;
    private double churned;
    private double purchases;
    private long spendMinor;

    void add(CustomerScore score) {
      customers++;
      buys += score.buys();
      churned += score.churned();
      purchases += score.purchases();
      spendMinor += score.spend().amountMinor();
    }
  }

  static void add(
      ObjectNode facts, ArrayNode provenance, ScoringRun run, Optional<SegmentationRun> segments) {
    ObjectNode node = facts.putObject("scores");
    node.put("id", run.id());
    node.put("strategy", run.strategy());
    node.put("horizonDays", run.forecast().horizonDays());
    run.fallbackReason().ifPresent(reason -> node.put("fallbackReason", reason));
    String family = run.forecast().provenance().options().get("family");
    if (family != null) {
      node.put("family", family);
      node.put("correction", run.forecast().provenance().options().getOrDefault("correction", ""));
    }
    Map<String, Double> measures = run.forecast().measures();
    for (String name : new String[] {"auc", "auc.recency", "ece", "eceUncorrected", "judged"}) {
      Nodes.number(node, name, measures.getOrDefault(name, Double.NaN));
    }
    ArrayNode bins = node.putArray("bins");
    for (int b = 0; measures.containsKey("bin" + b + ".told"); b++) {
      ObjectNode bin = bins.addObject();
      for (String what : new String[] {"customers", "told", "bought"}) {
        Nodes.number(bin, what, measures.getOrDefault("bin" + b + "." + what, Double.NaN));
      }
    }
    groups(node, run, segments);
    Nodes.provenance(provenance, "scores", run.forecast().provenance());
  }

  /** All customers first, then the segments most valuable first. */
  private static void groups(ObjectNode node, ScoringRun run, Optional<SegmentationRun> segments) {
    Sums all = new Sums();
    Map<String, Sums> byId = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    segments.ifPresent(
        s ->
            s.segmentation()
                .segments()
                .forEach((CustomerSegment segment) -> names.put(segment.id(), segment.name())));
    names.keySet().forEach(id -> byId.put(id, new Sums()));
    for (CustomerScore score : run.forecast().scores()) {
      all.add(score);
      segments
          .map(s -> s.segmentation().memberships().get(score.customer()))
          .flatMap(id -> Optional.ofNullable(byId.get(id)))
          .ifPresent(sums -> sums.add(score));
    }
    ArrayNode groups = node.putArray("groups");
    group(groups, "all", "All", all, run);
    byId.forEach((id, sums) -> group(groups, id, names.getOrDefault(id, id), sums, run));
  }

  private static void group(ArrayNode groups, String id, String name, Sums sums, ScoringRun run) {
    if (sums.customers == 0) {
      return;
    }
    ObjectNode node = groups.addObject();
    node.put("id", id);
    node.put("name", name);
    node.put("customers", sums.customers);
    Nodes.number(node, "buys", sums.buys / sums.customers);
    Nodes.number(node, "churned", sums.churned / sums.customers);
    Nodes.number(node, "purchases", sums.purchases);
    Nodes.money(
        node,
        "spend",
        Money.ofMinor(sums.spendMinor, run.forecast().scores().get(0).spend().currency()));
  }
}
