package souk.kernel.features.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.resolver.Resolver;
import souk.kernel.api.FeatureChange;
import souk.kernel.api.FeatureException;
import souk.kernel.features.closure.Part;
import souk.kernel.features.closure.Parts;
import souk.kernel.features.files.ArtifactId;
import souk.kernel.features.files.Catalogue;
import souk.kernel.features.files.FeatureState;
import souk.kernel.features.files.Locations;
import souk.kernel.features.files.Refused;
import souk.kernel.features.files.Source;
import souk.kernel.features.files.StateStore;
import souk.model.Reason;

/** Computes what a change does; touches nothing. */
public final class Planner {
  private final BundleContext context;
  private final Catalogue catalogue;
  private final StateStore states;
  private final Parts parts;

  public Planner(BundleContext context, Catalogue catalogue, StateStore states) {
    this.context = context;
    this.catalogue = catalogue;
    this.states = states;
    this.parts = new Parts();
  }

  /** A plan, which holds the refusals if there are any. */
  public PlannedChange plan(FeatureChange change) {
    FeatureState now = states.current();
    try {
      return towards(change, now, new Targets(catalogue, states).of(now, change));
    } catch (FeatureException refused) {
      return new PlannedChange(
          change,
          now,
          List.of(),
          List.of(),
          PlannedChange.Moves.none(),
          List.of(),
          List.of(),
          refused.reasons());
    }
  }

  /** Where each feature bundle of a state lies, by location. */
  Map<String, Path> jars(FeatureState state) {
    Map<String, Path> jars = new LinkedHashMap<>();
    for (Source source : catalogue.inForce(state)) {
      for (ArtifactId bundle : source.file().bundles()) {
        jars.putIfAbsent(source.location(bundle), source.jar(bundle));
      }
    }
    return jars;
  }

  private PlannedChange towards(FeatureChange change, FeatureState now, FeatureState target) {
    List<Source> before = catalogue.inForce(now);
    List<Source> after = catalogue.inForce(target);
    Map<String, Coming> wanted = wanted(after);
    refuseOtherContent(jars(now), wanted);

    List<Bundle> staying = new ArrayList<>();
    List<Bundle> going = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      boolean leaves =
          Locations.ofFeature(bundle.getLocation()) && !wanted.containsKey(bundle.getLocation());
      (leaves ? going : staying).add(bundle);
    }
    staying.forEach(bundle -> wanted.remove(bundle.getLocation()));
    List<Coming> coming = List.copyOf(wanted.values());
    Set<Bundle> closure = new HashSet<>(wiring().getDependencyClosure(going));
    going.forEach(closure::remove);

    List<Reason> refusals = new ArrayList<>();
    refuseOwnEnd(going, closure, refusals);
    PlannedChange.Moves moves = moves(coming, going, closure.isEmpty());
    if (change.kind() != FeatureChange.Kind.UNDO) {
      refuseOlderBundles(moves, refusals);
    }
    Checks checks = checks(staying, going, coming);
    refusals.addAll(checks.refusals(resolver()));
    List<Reason> warnings = new ArrayList<>(checks.warnings());
    moves
        .inPlace()
        .forEach(
            exchange ->
                warnings.add(
                    Refused.reason(
                        "bundle.gap",
                        "%s is exchanged in place: its services are away for a moment.",
                        exchange.words())));
    List<Source> in = new ArrayList<>(after);
    in.removeAll(before);
    List<Source> out = new ArrayList<>(before);
    out.removeAll(after);
    List<String> refreshed =
        closure.stream().map(b -> b.getSymbolicName() + " " + b.getVersion()).sorted().toList();
    return new PlannedChange(change, target, in, out, moves, refreshed, warnings, refusals);
  }

  private Map<String, Coming> wanted(List<Source> sources) {
    Map<String, Coming> wanted = new LinkedHashMap<>();
    int level = 1;
    for (Source source : sources) {
      level++;
      for (ArtifactId bundle : source.file().bundles()) {
        String location = source.location(bundle);
        if (!wanted.containsKey(location)) {
          Path jar = source.jar(bundle);
          wanted.put(location, new Coming(parts.of(jar, location), jar, level));
        }
      }
    }
    return wanted;
  }

  /** The same id must mean the same bytes, or nobody knows what runs. */
  private static void refuseOtherContent(Map<String, Path> now, Map<String, Coming> wanted) {
    for (Coming coming : wanted.values()) {
      Path present = now.get(coming.location());
      try {
        if (present != null
            && !present.equals(coming.jar())
            && Files.mismatch(present, coming.jar()) >= 0) {
          throw Refused.because(
              "bundle.other-content",
              "%s is installed with other content under the same id %s.%nMaybe its version must be raised.",
              coming.part().label(),
              Locations.id(coming.location()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void refuseOwnEnd(List<Bundle> going, Set<Bundle> closure, List<Reason> refusals) {
    Bundle own = context.getBundle();
    boolean system = closure.stream().anyMatch(b -> b.getBundleId() == Constants.SYSTEM_BUNDLE_ID);
    if (going.contains(own) || closure.contains(own) || system) {
      refusals.add(
          Refused.reason(
              "feature.needs-restart",
              "The change would stop %s itself, which carries it out.%nMaybe stop the platform, unpack the new version and start it.",
              own.getSymbolicName()));
    }
  }

  private static PlannedChange.Moves moves(
      List<Coming> coming, List<Bundle> going, boolean wiringStays) {
    List<Coming> come = new ArrayList<>();
    List<Bundle> go = new ArrayList<>(going);
    List<Exchange> beside = new ArrayList<>();
    List<Exchange> inPlace = new ArrayList<>();
    for (Coming next : coming) {
      Optional<Bundle> old =
          go.stream()
              .filter(b -> next.part().symbolicName().equals(b.getSymbolicName()))
              .max(Comparator.comparing(Bundle::getVersion));
      if (old.isEmpty()) {
        come.add(next);
        continue;
      }
      go.remove(old.get());
      Exchange exchange = new Exchange(old.get(), next);
      boolean ableToMeet = wiringStays && next.part().strategiesOnly();
      (ableToMeet ? beside : inPlace).add(exchange);
    }
    return new PlannedChange.Moves(
        List.copyOf(come), List.copyOf(go), List.copyOf(beside), List.copyOf(inPlace));
  }

  private static void refuseOlderBundles(PlannedChange.Moves moves, List<Reason> refusals) {
    List<Exchange> all = new ArrayList<>(moves.beside());
    all.addAll(moves.inPlace());
    for (Exchange exchange : all) {
      if (exchange.next().part().version().compareTo(exchange.old().getVersion()) < 0) {
        refusals.add(
            Refused.reason(
                "bundle.downgrade",
                "The bundle %s would become older.%nMaybe undo was meant.",
                exchange.words()));
      }
    }
  }

  private Checks checks(List<Bundle> staying, List<Bundle> going, List<Coming> coming) {
    List<Part> before = new ArrayList<>();
    List<Part> after = new ArrayList<>();
    for (Bundle bundle : staying) {
      if (bundle.getState() != Bundle.INSTALLED) {
        Part part = parts.of(bundle);
        before.add(part);
        after.add(part);
      }
    }
    for (Bundle bundle : going) {
      if (bundle.getState() != Bundle.INSTALLED) {
        before.add(parts.of(bundle));
      }
    }
    coming.forEach(c -> after.add(c.part()));
    return new Checks(before, after);
  }

  private FrameworkWiring wiring() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkWiring.class);
  }

  private Optional<Resolver> resolver() {
    ServiceReference<Resolver> reference = context.getServiceReference(Resolver.class);
    return Optional.ofNullable(reference == null ? null : context.getService(reference));
  }
}
