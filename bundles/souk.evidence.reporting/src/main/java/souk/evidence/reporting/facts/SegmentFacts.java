package souk.evidence.reporting.facts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import souk.customer.api.CustomerSegment;
import souk.customer.api.SegmentationRun;

/** Segments: how many customers, how much revenue, why. */
final class SegmentFacts {
  private SegmentFacts() {}

  static void add(ObjectNode facts, ArrayNode provenance, SegmentationRun run) {
    ObjectNode node = facts.putObject("segments");
    node.put("id", run.id());
    node.put("strategy", run.strategy());
    Nodes.number(node, "stability", run.segmentation().stability());
    run.fallbackReason().ifPresent(reason -> node.put("fallbackReason", reason));
    long customers =
        run.segmentation().segments().stream().mapToLong(CustomerSegment::customers).sum();
    ArrayNode array = node.putArray("segments");
    for (CustomerSegment segment : run.segmentation().segments()) {
      ObjectNode s = array.addObject();
      s.put("id", segment.id());
      s.put("name", segment.name());
      s.put("customers", segment.customers());
      Nodes.number(
          s, "customerShare", customers == 0 ? 0 : segment.customers() / (double) customers);
      Nodes.money(s, "revenue", segment.revenue());
      Nodes.number(s, "revenueShare", segment.revenueShare());
      Nodes.number(s, "meanRecencyDays", segment.meanRecencyDays());
      Nodes.number(s, "meanFrequency", segment.meanFrequency());
      Nodes.money(s, "meanRevenue", segment.meanRevenue());
      Nodes.reasons(s, "reasons", segment.reasons());
    }
    Nodes.provenance(provenance, "segments", run.segmentation().provenance());
  }
}
