package souk.kernel.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import souk.kernel.api.FeatureStatus;
import souk.kernel.features.files.ArtifactId;
import souk.kernel.features.files.Catalogue;
import souk.kernel.features.files.FeatureState;
import souk.kernel.features.files.Source;
import souk.kernel.features.files.Versions;

/** Features as they are at one moment. */
final class Statuses {
  private final BundleContext context;
  private final Catalogue catalogue;

  Statuses(BundleContext context, Catalogue catalogue) {
    this.context = context;
    this.catalogue = catalogue;
  }

  private record Status(
      String name,
      String version,
      String id,
      String title,
      String description,
      State state,
      boolean required,
      String origin,
      List<String> bundles,
      Optional<String> update)
      implements FeatureStatus {}

  List<FeatureStatus> of(FeatureState now) {
    Map<String, Bundle> byLocation = new HashMap<>();
    for (Bundle bundle : context.getBundles()) {
      byLocation.put(bundle.getLocation(), bundle);
    }
    List<Source> known = catalogue.known();
    List<FeatureStatus> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Source source : catalogue.inForce(now)) {
      names.add(source.name());
      Optional<String> update =
          known.stream()
              .filter(s -> s.name().equals(source.name()))
              .filter(s -> Versions.compare(s.file().version(), source.file().version()) > 0)
              .findFirst()
              .map(s -> s.file().id().toString());
      all.add(installed(source, byLocation, update));
    }
    for (Source source : known) {
      if (names.add(source.name())) {
        List<String> bundles =
            source.file().bundles().stream().map(b -> b.artifact() + " " + b.version()).toList();
        all.add(status(source, FeatureStatus.State.AVAILABLE, bundles, Optional.empty()));
      }
    }
    return all;
  }

  private static FeatureStatus installed(
      Source source, Map<String, Bundle> byLocation, Optional<String> update) {
    List<String> bundles = new ArrayList<>();
    boolean complete = true;
    for (ArtifactId id : source.file().bundles()) {
      Bundle bundle = byLocation.get(source.location(id));
      if (bundle == null) {
        complete = false;
        bundles.add(id.artifact() + " " + id.version());
      } else {
        complete &= runs(bundle);
        bundles.add(bundle.getSymbolicName() + " " + bundle.getVersion());
      }
    }
    return status(
        source,
        complete ? FeatureStatus.State.ACTIVE : FeatureStatus.State.INCOMPLETE,
        bundles,
        update);
  }

  private static boolean runs(Bundle bundle) {
    return bundle.getState() == Bundle.ACTIVE
        || bundle.getState() == Bundle.STARTING
        || bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
  }

  private static Status status(
      Source source, FeatureStatus.State state, List<String> bundles, Optional<String> update) {
    return new Status(
        source.name(),
        source.file().version(),
        source.file().id().toString(),
        source.file().title(),
        source.file().description(),
        state,
        source.file().required(),
        source.distributed() ? "distribution" : "archive",
        List.copyOf(bundles),
        update);
  }
}
