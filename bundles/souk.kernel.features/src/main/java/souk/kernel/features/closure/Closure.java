package souk.kernel.features.closure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.utils.resource.CapabilitySet;
import org.apache.felix.utils.resource.RequirementImpl;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/** What is missing in a set of bundles. Looks at headers alone; nothing is installed for it. */
public final class Closure {
  private final Collection<Part> parts;

  /** A requirement that nobody in the set fulfils. */
  public record Missing(Part part, String what) {}

  public Closure(Collection<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Every unfulfilled mandatory requirement, also those that follow from others. */
  public List<Missing> missing() {
    Set<Part> alive = new LinkedHashSet<>(parts);
    List<Missing> missing = new ArrayList<>();
    boolean changed = true;
    while (changed) {
      Offers offers = new Offers(alive);
      Map<Part, List<Missing>> dead = new LinkedHashMap<>();
      for (Part part : alive) {
        List<Missing> lacks = lacks(part, offers);
        if (!lacks.isEmpty()) {
          dead.put(part, lacks);
        }
      }
      dead.values().forEach(missing::addAll);
      alive.removeAll(dead.keySet());
      changed = !dead.isEmpty();
    }
    return missing;
  }

  private static List<Missing> lacks(Part part, Offers offers) {
    List<Missing> lacks = new ArrayList<>();
    for (Requirement requirement : part.resource().getRequirements(null)) {
      if (isMandatory(requirement) && offers.matching(requirement).isEmpty()) {
        lacks.add(new Missing(part, words(requirement)));
      }
    }
    return lacks;
  }

  static boolean isMandatory(Requirement requirement) {
    Map<String, String> directives = requirement.getDirectives();
    String resolution = directives.getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, "");
    return isEffective(requirement)
        && !resolution.equals(Namespace.RESOLUTION_OPTIONAL)
        && !resolution.equals(PackageNamespace.RESOLUTION_DYNAMIC);
  }

  static boolean isEffective(Requirement requirement) {
    String effective =
        requirement
            .getDirectives()
            .getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
    return effective.equals(Namespace.EFFECTIVE_RESOLVE);
  }

  /** In words that a person who reads manifests knows. */
  private static String words(Requirement requirement) {
    String filter =
        requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "anything");
    return switch (requirement.getNamespace()) {
      case PackageNamespace.PACKAGE_NAMESPACE -> "the package " + filter;
      case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
          "a Java runtime " + filter;
      default -> requirement.getNamespace() + " " + filter;
    };
  }

  /** Capabilities of a set, found by the index of their namespace. */
  static final class Offers {
    private final Map<String, CapabilitySet> byNamespace = new HashMap<>();

    Offers(Collection<Part> parts) {
      for (Part part : parts) {
        for (Capability capability : part.resource().getCapabilities(null)) {
          byNamespace
              .computeIfAbsent(
                  capability.getNamespace(), namespace -> new CapabilitySet(List.of(namespace)))
              .addCapability(capability);
        }
      }
    }

    List<Capability> matching(Requirement requirement) {
      CapabilitySet set = byNamespace.get(requirement.getNamespace());
      return set == null
          ? List.of()
          : List.copyOf(set.match(RequirementImpl.getFilter(requirement), true));
    }
  }
}
