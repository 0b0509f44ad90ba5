package souk.evidence.experiments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import souk.evidence.api.Experiment;
import souk.evidence.api.UnitKind;

/** Audience tags per customer, in memory. Immutable; a new experiment makes a new one. */
final class Audience {
  private final Map<String, List<String>> tagsByCustomer;

  private Audience(Map<String, List<String>> tagsByCustomer) {
    this.tagsByCustomer = tagsByCustomer;
  }

  static Audience of(List<Experiment> experiments) {
    Map<String, List<String>> tags = new HashMap<>();
    for (Experiment e : experiments) {
      if (e.unit() == UnitKind.CUSTOMER) {
        add(tags, e.treatment(), "experiment:" + e.id() + ":treatment");
        add(tags, e.control(), "experiment:" + e.id() + ":control");
      }
    }
    tags.replaceAll((customer, list) -> List.copyOf(list));
    return new Audience(tags);
  }

  List<String> of(String customer) {
    return tagsByCustomer.getOrDefault(customer, List.of());
  }

  private static void add(Map<String, List<String>> tags, Set<String> customers, String tag) {
    customers.forEach(c -> tags.computeIfAbsent(c, k -> new ArrayList<>()).add(tag));
  }
}
