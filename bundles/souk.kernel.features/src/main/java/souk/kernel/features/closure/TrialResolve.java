package souk.kernel.features.closure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.HostedCapability;
import org.osgi.service.resolver.ResolutionException;
import org.osgi.service.resolver.ResolveContext;
import org.osgi.service.resolver.Resolver;

/**
 * Lets the framework's own resolver wire a set of bundles from nothing, on paper. Finds what a look
 * at single requirements does not: packages that meet in two versions on one path.
 */
public final class TrialResolve {
  private final Resolver resolver;

  public TrialResolve(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Why the set cannot be wired; empty if it can. */
  public Optional<String> conflict(Collection<Part> parts) {
    Closure.Offers offers = new Closure.Offers(parts);
    List<Resource> mandatory = parts.stream().map(Part::resource).toList();
    try {
      resolver.resolve(new OnPaper(mandatory, offers));
      return Optional.empty();
    } catch (ResolutionException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static final class OnPaper extends ResolveContext {
    private final List<Resource> mandatory;
    private final Closure.Offers offers;

    OnPaper(List<Resource> mandatory, Closure.Offers offers) {
      this.mandatory = mandatory;
      this.offers = offers;
    }

    @Override
    public Collection<Resource> getMandatoryResources() {
      return mandatory;
    }

    @Override
    public List<Capability> findProviders(Requirement requirement) {
      List<Capability> found = new ArrayList<>(offers.matching(requirement));
      found.sort(Comparator.comparing(OnPaper::version).reversed());
      return found;
    }

    private static Version version(Capability capability) {
      return capability.getAttributes().get("version") instanceof Version version
          ? version
          : Version.emptyVersion;
    }

    @Override
    public int insertHostedCapability(List<Capability> capabilities, HostedCapability hosted) {
      capabilities.add(hosted);
      return capabilities.size() - 1;
    }

    @Override
    public boolean isEffective(Requirement requirement) {
      return Closure.isEffective(requirement);
    }

    @Override
    public Map<Resource, Wiring> getWirings() {
      return Map.of();
    }
  }
}
