package souk.edge.webconsole.strategies;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.Trials;

/** Console page on which an administrator watches, tries and exchanges strategies. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + StrategiesPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Strategies",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + StrategiesPage.LABEL + "/res/souk.css"
    })
public final class StrategiesPage extends ConsolePage {
  static final String LABEL = "souk-strategies";
  private static final long serialVersionUID = 1L;

  private final transient RouterAdmin router;
  private final transient AuditTrail trail;
  private final transient @Nullable Trials trials;

  /**
   * @param trials null if the router cannot try strategies
   */
  @Activate
  public StrategiesPage(
      @Reference RouterAdmin router,
      @Reference AuditTrail trail,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Trials trials) {
    super(LABEL);
    this.router = router;
    this.trail = trail;
    this.trials = trials;
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    Sheet sheet = Sheet.of(request, messages, html);
    new StrategiesView(sheet, router, trail, trials == null ? List.of() : trials.trials())
        .show(optional(request, "role"));
  }

  @Override
  protected List<String> kept() {
    return List.of("role");
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    StrategyActions actions = new StrategyActions(router, trials, messages, actor);
    String action = required(request, "action");
    String reason = reason(request, messages);
    if (action.equals("roll-back")) {
      return actions.rollBack(required(request, "role"), reason);
    }
    return actions.act(
        action,
        new StrategyActions.Wish(
            required(request, "role"),
            required(request, "strategy"),
            required(request, "version"),
            optional(request, "share"),
            optional(request, "budget"),
            optional(request, "promote").equals("true")),
        reason);
  }
}
