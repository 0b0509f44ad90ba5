package souk.edge.webconsole.overview;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
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
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Jobs;
import souk.kernel.api.RouterAdmin;
import souk.trust.api.Publisher;

/** Console page to begin with: is all well, what serves, what runs, what was published last. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + OverviewPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Overview",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + OverviewPage.LABEL + "/res/souk.css"
    })
public final class OverviewPage extends ConsolePage {
  static final String LABEL = "souk-overview";
  private static final long serialVersionUID = 1L;

  private final transient RouterAdmin router;
  private final transient Jobs jobs;
  private final transient DecisionLog decisions;
  private final transient @Nullable Publisher publisher;
  private final String version;

  /**
   * @param publisher null while the trust room is absent
   */
  @Activate
  public OverviewPage(
      BundleContext context,
      @Reference RouterAdmin router,
      @Reference Jobs jobs,
      @Reference DecisionLog decisions,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Publisher publisher) {
    super(LABEL);
    this.router = router;
    this.jobs = jobs;
    this.decisions = decisions;
    this.publisher = publisher;
    String given = context.getProperty("souk.version");
    this.version = given == null ? "" : given;
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    OverviewView view = new OverviewView(Sheet.of(request, messages, html));
    view.title(version);
    view.alerts(router.roles(), router.quarantinedThreads(), decisions.trouble());
    view.serving(router.roles());
    view.jobs(jobs.list());
    if (publisher != null) {
      view.publication(publisher.current());
    }
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    throw new IllegalArgumentException("This page only shows.");
  }
}
