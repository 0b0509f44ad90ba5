package souk.kernel.features.closure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which components of a set stop when services go. */
public final class Services {
  private Services() {}

  /**
   * A component that stops.
   *
   * @param part its bundle
   * @param need the service it misses
   */
  public record Stopped(Part part, Component component, String need) {}

  /**
   * @param before all bundles now
   * @param after all bundles then
   * @return components of staying bundles that miss a service then which they have now
   */
  public static List<Stopped> stopped(Collection<Part> before, Collection<Part> after) {
    Set<String> declared = new HashSet<>();
    for (Part part : before) {
      part.components().forEach(c -> declared.addAll(c.services()));
    }
    Set<Component> running = new LinkedHashSet<>();
    after.forEach(part -> running.addAll(part.components()));
    List<Stopped> stopped = new ArrayList<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      Set<String> offered = new HashSet<>();
      running.forEach(c -> offered.addAll(c.services()));
      for (Part part : after) {
        for (Component component : part.components()) {
          if (running.contains(component)) {
            for (String need : component.needs()) {
              if (declared.contains(need) && !offered.contains(need)) {
                stopped.add(new Stopped(part, component, need));
                running.remove(component);
                changed = true;
                break;
              }
            }
          }
        }
      }
    }
    return stopped;
  }
}
