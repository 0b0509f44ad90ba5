package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Members of which exactly one, at least one, or not all may be there. */
final class Alternatives {
  private Alternatives() {}

  static void check(Node.Table table, JsonNode rules, Path path, String owner, Problems problems) {
    for (JsonNode group : rules.path("allOf")) {
      if (!group.has("if")) {
        check(table, group, path, owner, problems);
      }
    }
    if (rules.has("oneOf")) {
      List<String> names = names(rules.get("oneOf"));
      List<String> there = there(table, names);
      if (there.size() != 1) {
        say(table, path, owner, "exactly one of " + Words.list(names), there, problems);
      }
    }
    if (rules.has("anyOf") && there(table, names(rules.get("anyOf"))).isEmpty()) {
      String names = Words.list(names(rules.get("anyOf")));
      say(table, path, owner, "at least one of " + names, List.of(), problems);
    }
    if (rules.has("not")) {
      List<String> names = new ArrayList<>();
      rules.get("not").get("required").forEach(name -> names.add(name.textValue()));
      List<String> there = there(table, names);
      if (there.size() == names.size()) {
        say(table, path, owner, "at most one of " + Words.list(names), there, problems);
      }
    }
  }

  private static List<String> names(JsonNode branches) {
    List<String> names = new ArrayList<>();
    branches.forEach(branch -> names.add(branch.get("required").get(0).textValue()));
    return names;
  }

  private static List<String> there(Node.Table table, List<String> names) {
    return names.stream().filter(table::has).toList();
  }

  private static void say(
      Node.Table table,
      Path path,
      String owner,
      String wanted,
      List<String> there,
      Problems problems) {
    boolean floor = there.isEmpty() && wanted.contains("floor");
    problems.error(
        table,
        path,
        there.isEmpty() ? "language.missing" : "language.too-many",
        "%s needs %s, but has %s.%s"
            .formatted(
                owner,
                wanted,
                there.isEmpty() ? "none" : String.join(" and ", there),
                floor
                    ? "\nMaybe it has no floor yet: a missing floor is never taken as zero."
                    : ""),
        wanted);
  }
}
