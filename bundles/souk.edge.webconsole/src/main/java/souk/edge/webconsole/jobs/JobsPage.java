package souk.edge.webconsole.jobs;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.Jobs;

/** Console page of long work: how far it is, what became of it, and a button to stop it. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + JobsPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Jobs",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + JobsPage.LABEL + "/res/souk.css"
    })
public final class JobsPage extends ConsolePage {
  static final String LABEL = "souk-jobs";
  private static final Logger LOG = LoggerFactory.getLogger(JobsPage.class);
  private static final long serialVersionUID = 1L;

  private final transient Jobs jobs;

  @Activate
  public JobsPage(@Reference Jobs jobs) {
    super(LABEL);
    this.jobs = jobs;
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    new JobsView(Sheet.of(request, messages, html)).show(jobs.list(), number(request, "from"));
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    String action = required(request, "action");
    if (!action.equals("cancel")) {
      throw new IllegalArgumentException("There is no action " + action + ".");
    }
    String id = required(request, "job");
    String reason = reason(request, messages);
    if (!jobs.cancel(id)) {
      throw new IllegalArgumentException(messages.text("jobs.ended", id));
    }
    LOG.info("Job {} is asked to stop by {}: {}", id, actor.name(), reason);
    return messages.text("jobs.done.cancel", id);
  }
}
