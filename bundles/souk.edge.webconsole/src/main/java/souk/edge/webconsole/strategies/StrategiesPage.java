package souk.edge.webconsole.strategies;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.kernel.api.Actor;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyRef;

/** Console page on which an administrator watches and exchanges strategies. */
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
  private static final long DRAIN_MILLIS = 5_000;

  private final transient RouterAdmin router;

  @Activate
  public StrategiesPage(@Reference RouterAdmin router) {
    super(LABEL);
    this.router = router;
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    String language = Optional.ofNullable(request.getParameter("lang")).orElse("");
    html.element("h1", messages.text("strategies.title"));
    new StrategiesView(messages, html, language).show(router.roles(), router.quarantinedThreads());
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    StrategyRef ref =
        new StrategyRef(
            required(request, "role"), required(request, "strategy"), required(request, "version"));
    String action = required(request, "action");
    String reason = reason(request, messages);
    switch (action) {
      case "select" -> router.select(ref, actor, reason);
      case "warm" -> router.warm(ref);
      case "restore" -> router.restore(ref, actor, reason);
      case "drain" -> {
        int left = router.drain(ref, DRAIN_MILLIS, actor, reason);
        if (left > 0) {
          return messages.text("strategies.done.drain-left", ref, left);
        }
      }
      default -> throw new IllegalArgumentException("There is no action " + action + ".");
    }
    return messages.text("strategies.done." + action, ref);
  }
}
