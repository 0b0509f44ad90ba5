package souk.edge.webconsole.features;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.FeatureChange;
import souk.kernel.api.FeatureException;
import souk.kernel.api.FeaturePlan;
import souk.kernel.api.Features;
import souk.kernel.api.Jobs;

/** Console page on which an administrator installs, updates and removes features. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + FeaturesPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Features",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + FeaturesPage.LABEL + "/res/souk.css"
    })
public final class FeaturesPage extends ConsolePage {
  static final String LABEL = "souk-features";
  private static final long serialVersionUID = 1L;
  private static final String JOB = "features";

  private final transient Features features;
  private final transient Jobs jobs;

  @Activate
  public FeaturesPage(@Reference Features features, @Reference Jobs jobs) {
    super(LABEL);
    this.features = features;
    this.jobs = jobs;
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    Sheet sheet = Sheet.of(request, messages, html);
    sheet.title("features");
    new FeaturesView(sheet)
        .running(jobs.list().stream().filter(j -> j.kind().equals(JOB)).toList());
    Optional<FeatureChange> asked = asked(request);
    if (asked.isPresent()) {
      FeaturePlan plan;
      try {
        plan = features.plan(asked.get());
      } catch (FeatureException refused) {
        sheet.html().element("p", refused.getMessage(), "class", "bad", "role", "alert");
        new FeaturesView(sheet).list(features.list());
        return;
      }
      new FeaturePlanView(sheet).show(plan);
    }
    new FeaturesView(sheet).list(features.list());
  }

  /** The change whose plan is to be shown. */
  private static Optional<FeatureChange> asked(HttpServletRequest request) {
    String kind = optional(request, "kind").toUpperCase(Locale.ROOT);
    boolean known =
        List.of(FeatureChange.Kind.values()).stream().anyMatch(k -> k.name().equals(kind));
    return known
        ? Optional.of(
            new FeatureChange(FeatureChange.Kind.valueOf(kind), optional(request, "feature")))
        : Optional.empty();
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    String action = required(request, "action");
    FeatureChange change =
        switch (action) {
          case "install" -> FeatureChange.install(required(request, "feature"));
          case "update" -> FeatureChange.update(required(request, "feature"));
          case "remove" -> FeatureChange.remove(required(request, "feature"));
          case "undo" -> FeatureChange.undo();
          default -> throw new IllegalArgumentException("There is no action " + action + ".");
        };
    String reason = reason(request, messages);
    FeaturePlan plan = features.plan(change);
    if (!plan.refusals().isEmpty()) {
      throw new FeatureException(plan.refusals());
    }
    jobs.submit(
        JOB,
        actor,
        progress -> {
          features.apply(change, actor, reason, progress);
          return "{}";
        });
    return messages.text("features.started", messages.text("features.action." + action));
  }
}
