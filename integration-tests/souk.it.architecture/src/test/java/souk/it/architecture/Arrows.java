package souk.it.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which bundle may use which: everything uses the model; contracts use kernel value types and a few
 * named contracts; libraries only model and numeric; providers and edges contracts, providers also
 * the library of their own room, numeric and wrappers; the test kit contracts; nobody a provider.
 */
final class Arrows {
  private static final String SHARED_LIBRARY = "souk.numeric.lib";

  private static final Map<String, Set<String>> CONTRACT_ARROWS =
      Map.of(
          "souk.plan.api", Set.of("souk.demand.api"),
          "souk.trust.api", Set.of("souk.plan.api", "souk.offer.api"),
          "souk.evidence.api", Set.of("souk.plan.api", "souk.demand.api", "souk.offer.api"));

  private final Set<String> bundles;

  /**
   * @param bundles names of all bundles
   */
  Arrows(Set<String> bundles) {
    this.bundles = Set.copyOf(bundles);
  }

  /** True if {@code from} may use {@code to}. */
  static boolean allowed(String from, String to) {
    BundleKind target = BundleKind.of(to);
    if (from.equals(to) || target == BundleKind.MODEL) {
      return true;
    }
    return switch (BundleKind.of(from)) {
      case MODEL, WRAPPER -> false;
      case CONTRACT ->
          to.equals("souk.kernel.api") || CONTRACT_ARROWS.getOrDefault(from, Set.of()).contains(to);
      case LIBRARY -> to.equals(SHARED_LIBRARY);
      case PROVIDER ->
          target == BundleKind.CONTRACT
              || target == BundleKind.WRAPPER
              || to.equals(SHARED_LIBRARY)
              || (target == BundleKind.LIBRARY && sameRoom(from, to));
      case EDGE, TEST_KIT -> target == BundleKind.CONTRACT;
    };
  }

  static boolean sameRoom(String from, String to) {
    return room(from).equals(room(to));
  }

  /** The bundle that owns a package: the longest name that the package starts with. */
  Optional<String> owner(String packageName) {
    return bundles.stream()
        .filter(b -> owns(b, packageName))
        .max(Comparator.comparingInt(String::length));
  }

  /** Every class follows the arrows. */
  ArchRule rule() {
    return ArchRuleDefinition.classes()
        .that()
        .resideInAPackage("souk..")
        .should(
            new ArchCondition<>("use only bundles that the arrows allow") {
              @Override
              public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                  complaint(dependency)
                      .ifPresent(c -> events.add(SimpleConditionEvent.violated(dependency, c)));
                }
              }
            });
  }

  private Optional<String> complaint(Dependency dependency) {
    Optional<String> from = owner(dependency.getOriginClass().getPackageName());
    Optional<String> to =
        owner(dependency.getTargetClass().getBaseComponentType().getPackageName());
    if (from.isEmpty() || to.isEmpty() || allowed(from.get(), to.get())) {
      return Optional.empty();
    }
    return Optional.of(
        "%s must not use %s: %s".formatted(from.get(), to.get(), dependency.getDescription()));
  }

  /** A contract bundle holds {@code souk.room.api} and {@code souk.room.spi}. */
  private static boolean owns(String bundle, String packageName) {
    return (packageName + ".").startsWith(bundle + ".")
        || (BundleKind.of(bundle) == BundleKind.CONTRACT
            && (packageName + ".").startsWith(bundle.replaceAll("api$", "spi.")));
  }

  private static String room(String bundle) {
    return bundle.split("\\.")[1];
  }
}
