package souk.edge.webconsole.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Which components a configuration belongs to, who uses them, and whether they took it. */
final class Consequences {
  private final ServiceComponentRuntime components;
  private final BundleContext context;

  Consequences(ServiceComponentRuntime components, BundleContext context) {
    this.components = components;
    this.context = context;
  }

  /** Names of the components that start anew when a pid changes. */
  List<String> restarts(String pid) {
    return descriptions(pid).stream().map(d -> d.name).sorted().toList();
  }

  /** Bundles that use the services of these components now. */
  List<String> users(String pid) {
    TreeSet<String> names = new TreeSet<>();
    for (ComponentDescriptionDTO description : descriptions(pid)) {
      for (ComponentConfigurationDTO c : components.getComponentConfigurationDTOs(description)) {
        if (c.service != null) {
          for (long user : c.service.usingBundles) {
            Bundle bundle = context.getBundle(user);
            if (bundle != null && bundle.getSymbolicName().startsWith("souk.")) {
              names.add(bundle.getSymbolicName());
            }
          }
        }
      }
    }
    return new ArrayList<>(names);
  }

  /** Why a component did not start with what is set now, in its own words. */
  Optional<String> failure(String pid) {
    return descriptions(pid).stream()
        .flatMap(d -> components.getComponentConfigurationDTOs(d).stream())
        .filter(c -> c.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
        .map(c -> words(String.valueOf(c.failure)))
        .findFirst();
  }

  /** Kind and message of the innermost cause. */
  static String words(String trace) {
    String last = trace;
    for (String line : trace.lines().toList()) {
      if (line.startsWith("Caused by: ")) {
        last = line.substring("Caused by: ".length());
      }
    }
    String first = last.split("\r?\n", 2)[0];
    int colon = first.indexOf(": ");
    String kind = colon < 0 ? first : first.substring(0, colon);
    return kind.substring(kind.lastIndexOf('.') + 1) + (colon < 0 ? "" : first.substring(colon));
  }

  private List<ComponentDescriptionDTO> descriptions(String pid) {
    int tilde = pid.indexOf('~');
    String configured = tilde < 0 ? pid : pid.substring(0, tilde);
    Collection<ComponentDescriptionDTO> all = components.getComponentDescriptionDTOs();
    return all.stream()
        .filter(d -> d.configurationPid != null)
        .filter(d -> Arrays.asList(d.configurationPid).contains(configured))
        .toList();
  }
}
