package souk.edge.webconsole.plans;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.evidence.api.Experiments;
import souk.kernel.api.Actor;
import souk.plan.api.Plan;
import souk.plan.api.Plans;
import souk.trust.api.Approvals;
import souk.trust.api.Publication;
import souk.trust.api.Publisher;

/** Console page on which plans are read, approved, published and taken back. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + PlansPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Plans",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + PlansPage.LABEL + "/res/souk.css"
    })
public final class PlansPage extends ConsolePage {
  static final String LABEL = "souk-plans";
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 30;

  private final transient Plans plans;
  private final transient Approvals approvals;
  private final transient Publisher publisher;
  private final transient @Nullable Experiments experiments;

  /**
   * @param experiments null while the evidence room is absent
   */
  @Activate
  public PlansPage(
      @Reference Plans plans,
      @Reference Approvals approvals,
      @Reference Publisher publisher,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Experiments experiments) {
    super(LABEL);
    this.plans = plans;
    this.approvals = approvals;
    this.publisher = publisher;
    this.experiments = experiments;
  }

  @Override
  protected List<String> kept() {
    return List.of("plan");
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    String language = Optional.ofNullable(request.getParameter("lang")).orElse("");
    Forms forms = new Forms(messages, html, language);
    html.element("h1", messages.text("plans.title"));
    html.element("p", messages.text("plans.intro"), "class", "intro");
    new PlanListView(messages, html, root(request), language)
        .show(plans.list(SHOWN), approvals::review);
    String asked = request.getParameter("plan");
    if (asked != null) {
      Optional<Plan> plan = plans.find(asked);
      if (plan.isPresent()) {
        new PlanView(messages, html, forms, experiments != null)
            .show(plan.get(), approvals.review(asked));
      } else {
        html.element("p", messages.text("plans.unknown", asked), "class", "bad");
      }
    }
    new PublicationsView(messages, html, forms).show(publisher.history(SHOWN));
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    String action = required(request, "action");
    String reason = reason(request, messages);
    return switch (action) {
      case "approve" -> {
        approvals.approve(required(request, "plan"), actor, reason);
        yield messages.text("plans.done.approve", required(request, "plan"));
      }
      case "reject" -> {
        approvals.reject(required(request, "plan"), actor, reason);
        yield messages.text("plans.done.reject", required(request, "plan"));
      }
      case "publish" -> {
        Publication publication =
            new Publishing(publisher, experiments, approvals)
                .publish(
                    required(request, "plan"),
                    number(request, "holdOut"),
                    number(request, "seed"),
                    actor,
                    reason);
        yield messages.text("plans.done.publish", publication.id());
      }
      case "undo" -> {
        publisher.undo(required(request, "publication"), actor, reason);
        yield messages.text("plans.done.undo", required(request, "publication"));
      }
      default -> throw new IllegalArgumentException("There is no action " + action + ".");
    };
  }
}
