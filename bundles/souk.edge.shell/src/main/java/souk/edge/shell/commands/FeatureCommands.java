package souk.edge.shell.commands;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.Actor;
import souk.kernel.api.FeatureChange;
import souk.kernel.api.FeatureException;
import souk.kernel.api.FeaturePlan;
import souk.kernel.api.FeatureStatus;
import souk.kernel.api.Features;
import souk.kernel.api.Progress;
import souk.model.Reason;

/**
 * Shell commands for features, for example {@code souk:features remove souk.feature.learn "not
 * used"}.
 */
@Component(
    service = FeatureCommands.class,
    property = {"osgi.command.scope=souk", "osgi.command.function=features"})
public final class FeatureCommands {
  private static final String USAGE =
      """
      souk:features                          what is installed and what could be
      souk:features plan VERB FEATURE        what a change would do
      souk:features install FEATURE REASON   VERB is install, update, remove or undo; FEATURE an id,
      souk:features update FEATURE REASON    a name, or the name of an archive in the folder
      souk:features remove FEATURE REASON    features/incoming of the state
      souk:features undo REASON
      """;

  private final Features features;

  @Activate
  public FeatureCommands(@Reference Features features) {
    this.features = features;
  }

  /** All features. */
  public String features() {
    TextTable table = new TextTable("feature", "version", "state", "bundles", "origin", "update");
    for (FeatureStatus f : features.list()) {
      table.row(
          f.name() + (f.required() ? " *" : ""),
          f.version(),
          f.state(),
          f.bundles().size(),
          f.origin(),
          f.update().orElse(""));
    }
    return table + "* required\n";
  }

  /** One of the verbs. */
  public String features(String... words) {
    try {
      return switch (words[0] + " " + words.length) {
        case "plan 2", "plan 3" ->
            words(features.plan(change(words[1], words.length == 3 ? words[2] : "")));
        case "install 3", "update 3", "remove 3" -> apply(change(words[0], words[1]), words[2]);
        case "undo 2" -> apply(FeatureChange.undo(), words[1]);
        default -> USAGE;
      };
    } catch (FeatureException e) {
      return e.getMessage() + "\n";
    }
  }

  private String apply(FeatureChange change, String reason) {
    Actor actor = new Actor(System.getProperty("user.name", "shell"), "shell");
    return words(features.apply(change, actor, reason, Progress.none())) + "Done.\n";
  }

  private static FeatureChange change(String verb, String feature) {
    return switch (verb) {
      case "install" -> FeatureChange.install(feature);
      case "update" -> FeatureChange.update(feature);
      case "remove" -> FeatureChange.remove(feature);
      case "undo" -> FeatureChange.undo();
      default ->
          throw new FeatureException(
              Reason.of(
                  "feature.unknown-verb",
                  "There is no verb " + verb + ".\nMaybe install, update, remove or undo."));
    };
  }

  private static String words(FeaturePlan plan) {
    StringBuilder text = new StringBuilder();
    lines(text, "comes", plan.installed());
    lines(text, "beside", plan.updatedBeside());
    lines(text, "in place", plan.updatedInPlace());
    lines(text, "goes", plan.removed());
    lines(text, "restarts", plan.refreshed());
    lines(text, "note", plan.warnings().stream().map(Reason::text).toList());
    lines(text, "refused", plan.refusals().stream().map(Reason::text).toList());
    return text.isEmpty() ? "Nothing changes.\n" : text.toString();
  }

  private static void lines(StringBuilder text, String what, List<String> names) {
    names.forEach(
        name -> text.append(String.format("%-9s %s%n", what, name.replace("\n", "\n          "))));
  }
}
