package souk.edge.webconsole.configuration;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import souk.edge.webconsole.html.Messages;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;

/** Saves and takes back configurations; what a component refuses is put back at once. */
final class ConfigurationActions {
  private static final Duration SETTLES = Duration.ofMillis(1_500);
  private static final long LOOK_MILLIS = 100;

  private final Settings settings;
  private final Consequences consequences;
  private final AuditTrail trail;

  ConfigurationActions(Settings settings, Consequences consequences, AuditTrail trail) {
    this.settings = settings;
    this.consequences = consequences;
    this.trail = trail;
  }

  /**
   * Saves a proposal.
   *
   * @throws IllegalStateException if the component does not start with it; what was set before is
   *     set again then
   */
  String save(Proposal proposal, Messages messages, Actor actor, String reason) {
    if (proposal.changes().isEmpty()) {
      throw new IllegalArgumentException(messages.text("configuration.nothing"));
    }
    Map<String, Object> before = settings.current(proposal.pid());
    record(proposal.pid(), proposal.before(), proposal.after(), actor, reason);
    settings.put(proposal.pid(), proposal.values());
    Optional<String> failure = failure(proposal.pid());
    if (failure.isPresent()) {
      String why = messages.text("configuration.put-back", failure.get());
      record(proposal.pid(), proposal.after(), proposal.before(), Actor.system(), why);
      settings.putBack(proposal.pid(), before);
      throw new IllegalStateException(why);
    }
    return messages.text("configuration.done.save", proposal.changes().size());
  }

  /** Sets what was set before the last change made here. */
  String undo(Form form, String pid, Messages messages, Actor actor, String reason) {
    Map<String, Object> previous =
        settings
            .previous(pid)
            .orElseThrow(
                () -> new IllegalArgumentException(messages.text("configuration.no-undo")));
    swap(form, pid, previous, actor, reason);
    return messages.text("configuration.done.undo");
  }

  /** Sets no field of the form any more; what no field shows stays. */
  String standard(Form form, String pid, Messages messages, Actor actor, String reason) {
    Map<String, Object> rest = new TreeMap<>(settings.current(pid));
    form.fields().forEach(field -> rest.remove(field.id()));
    swap(form, pid, rest, actor, reason);
    return messages.text("configuration.done.default");
  }

  private void swap(Form form, String pid, Map<String, Object> values, Actor actor, String reason) {
    Map<String, Object> now = settings.current(pid);
    record(pid, shown(form, now), shown(form, values), actor, reason);
    settings.put(pid, values);
  }

  private static String shown(Form form, Map<String, Object> values) {
    StringBuilder text = new StringBuilder();
    for (Field field : form.fields()) {
      if (values.containsKey(field.id()) && field.type() != Field.Type.PASSWORD) {
        text.append(text.isEmpty() ? "" : ", ").append(field.id()).append('=');
        text.append(Settings.text(values.get(field.id())).replace("\n", "; "));
      }
    }
    return text.isEmpty() ? "default" : text.toString();
  }

  private void record(String pid, String before, String after, Actor actor, String reason) {
    trail.record(
        AuditEntry.builder(actor, "configuration", pid)
            .reason(reason)
            .before(before)
            .after(after)
            .build());
  }

  /** Components take a configuration a moment after it is kept. */
  private Optional<String> failure(String pid) {
    long end = System.nanoTime() + SETTLES.toNanos();
    Optional<String> failure = consequences.failure(pid);
    while (failure.isEmpty() && System.nanoTime() < end) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return failure;
      }
      failure = consequences.failure(pid);
    }
    return failure;
  }
}
