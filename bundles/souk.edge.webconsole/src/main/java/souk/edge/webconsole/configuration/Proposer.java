package souk.edge.webconsole.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import souk.edge.webconsole.html.Messages;
import souk.kernel.spi.ConfigurationCheck;

/** Says what would come of a configuration, without changing anything. */
final class Proposer {
  private final BundleContext context;
  private final Settings settings;
  private final Consequences consequences;

  Proposer(BundleContext context, Settings settings, Consequences consequences) {
    this.context = context;
    this.settings = settings;
    this.consequences = consequences;
  }

  /**
   * @param typed texts by field id; a field that is left out keeps what holds now
   */
  Proposal propose(Form form, String pid, Map<String, String> typed, Messages messages) {
    Map<String, Object> current = settings.current(pid);
    List<Entry> entries =
        form.fields().stream()
            .map(
                field ->
                    Entry.read(
                        field,
                        typed.getOrDefault(field.id(), Proposal.holding(field, current)),
                        messages))
            .toList();
    List<String> refusals =
        entries.stream().allMatch(e -> e.error().isEmpty()) ? refusals(form, entries) : List.of();
    return new Proposal(
        pid,
        entries,
        Proposal.changes(entries, current),
        refusals,
        consequences.restarts(pid),
        consequences.users(pid),
        Proposal.values(entries, current));
  }

  /** What the component's own rules say, where its room offers them. */
  private List<String> refusals(Form form, List<Entry> entries) {
    Map<String, Object> values = new LinkedHashMap<>();
    entries.forEach(e -> e.value().ifPresent(v -> values.put(e.field().id(), v)));
    List<String> refusals = new ArrayList<>();
    for (ServiceReference<ConfigurationCheck> reference : checks()) {
      if (Arrays.asList(pids(reference)).contains(form.pid())) {
        ConfigurationCheck check = context.getService(reference);
        if (check != null) {
          try {
            check.refuses(Map.copyOf(values)).ifPresent(refusals::add);
          } finally {
            context.ungetService(reference);
          }
        }
      }
    }
    return refusals;
  }

  private Collection<ServiceReference<ConfigurationCheck>> checks() {
    try {
      return context.getServiceReferences(ConfigurationCheck.class, null);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("No filter was given.", e);
    }
  }

  private static String[] pids(ServiceReference<ConfigurationCheck> reference) {
    Object pid = reference.getProperty(ConfigurationCheck.PID);
    return pid instanceof String[] many ? many : new String[] {String.valueOf(pid)};
  }
}
