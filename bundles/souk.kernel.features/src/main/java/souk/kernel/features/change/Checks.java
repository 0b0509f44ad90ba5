package souk.kernel.features.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.service.resolver.Resolver;
import souk.kernel.features.closure.Closure;
import souk.kernel.features.closure.Component;
import souk.kernel.features.closure.Part;
import souk.kernel.features.closure.Services;
import souk.kernel.features.closure.TrialResolve;
import souk.kernel.features.files.Refused;
import souk.model.Reason;

/** Looks at the bundles that a change would leave, before anything is touched. */
final class Checks {
  private static final int MOST_SHOWN = 12;

  private final Collection<Part> before;
  private final Collection<Part> after;
  private final Set<Part> fresh;

  /**
   * @param before bundles that are wired now
   * @param after bundles that are to be wired then
   */
  Checks(Collection<Part> before, Collection<Part> after) {
    this.before = before;
    this.after = after;
    this.fresh = new HashSet<>(after);
    this.fresh.removeAll(Set.copyOf(before));
  }

  List<Reason> refusals(Optional<Resolver> resolver) {
    List<Reason> refusals = new ArrayList<>();
    doubles(refusals);
    contractsTwice(refusals);
    missing(refusals);
    if (refusals.isEmpty() && resolver.isPresent()) {
      new TrialResolve(resolver.get())
          .conflict(after)
          .ifPresent(
              why ->
                  refusals.add(
                      Refused.reason(
                          "feature.conflict",
                          "The bundles cannot be wired together: %s%nMaybe two of them need different versions of one package.",
                          why)));
    }
    return refusals;
  }

  private void doubles(List<Reason> refusals) {
    Map<String, List<Part>> byName = new TreeMap<>();
    after.forEach(p -> byName.computeIfAbsent(p.symbolicName(), n -> new ArrayList<>()).add(p));
    for (List<Part> same : byName.values()) {
      boolean concerned = same.stream().anyMatch(fresh::contains);
      if (same.size() < 2 || !concerned) {
        continue;
      }
      String names =
          same.stream()
              .map(p -> p.label() + " (" + p.location() + ")")
              .collect(Collectors.joining(", "));
      if (same.stream().map(Part::version).distinct().count() < same.size()) {
        refusals.add(
            Refused.reason(
                "bundle.twice",
                "The same bundle in the same version would be there twice: %s.%nMaybe take it out of the deploy folder first.",
                names));
      } else if (same.stream().anyMatch(Part::singleton)) {
        refusals.add(
            Refused.reason(
                "bundle.singleton",
                "Only one version of a bundle marked singleton can run: %s.%nMaybe remove the other first.",
                names));
      }
    }
  }

  private void contractsTwice(List<Reason> refusals) {
    Map<String, Set<String>> exporters = new TreeMap<>();
    for (Part part : after) {
      for (Capability capability :
          part.resource().getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
        String name =
            String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
        if (name.equals("souk.model") || name.matches("souk\\..*\\.(api|spi)")) {
          exporters.computeIfAbsent(name, n -> new HashSet<>()).add(part.label());
        }
      }
    }
    exporters.forEach(
        (name, bundles) -> {
          if (bundles.size() > 1) {
            refusals.add(
                Refused.reason(
                    "contract.twice",
                    "The contract %s would come from %s; callers and strategies that are wired to different ones do not meet.%nMaybe the feature carries a copy of a contract; leave it out.",
                    name,
                    bundles));
          }
        });
  }

  private void missing(List<Reason> refusals) {
    Map<Part, List<String>> lacks = new LinkedHashMap<>();
    for (Closure.Missing missing : new Closure(after).missing()) {
      lacks.computeIfAbsent(missing.part(), p -> new ArrayList<>()).add(missing.what());
    }
    lacks.forEach(
        (part, what) -> {
          String list =
              what.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "))
                  + (what.size() > MOST_SHOWN
                      ? " and " + (what.size() - MOST_SHOWN) + " more"
                      : "");
          refusals.add(
              fresh.contains(part)
                  ? Refused.reason(
                      "feature.closure",
                      "%s needs %s, which nothing here offers.%nMaybe install the feature that has it first.",
                      part.label(),
                      list)
                  : Refused.reason(
                      "feature.needed",
                      "%s needs %s, which would go.%nMaybe remove what needs it first.",
                      part.label(),
                      list));
        });
  }

  List<Reason> warnings() {
    List<Reason> warnings = new ArrayList<>();
    for (Services.Stopped stopped : Services.stopped(before, after)) {
      warnings.add(
          Refused.reason(
              "service.missed",
              "%s of %s stops until somebody offers %s again.",
              simple(stopped.component().name()),
              stopped.part().symbolicName(),
              stopped.need()));
    }
    Map<String, Integer> now = strategies(before);
    Map<String, Integer> then = strategies(after);
    now.forEach(
        (role, count) -> {
          if (!then.containsKey(role)) {
            warnings.add(
                Refused.reason("role.empty", "No strategy of the role %s would be left.", role));
          }
        });
    return warnings;
  }

  private static Map<String, Integer> strategies(Collection<Part> parts) {
    Map<String, Integer> count = new HashMap<>();
    for (Part part : parts) {
      for (Component component : part.components()) {
        component.strategy().ifPresent(s -> count.merge(s.role(), 1, Integer::sum));
      }
    }
    return new TreeMap<>(count);
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
