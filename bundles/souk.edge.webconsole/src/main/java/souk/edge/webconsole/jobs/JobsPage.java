package souk.edge.webconsole.jobs;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.JobStatus;
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
  private static final long serialVersionUID = 1L;

  private final transient Jobs jobs;
  private final transient AuditTrail trail;

  @Activate
  public JobsPage(@Reference Jobs jobs, @Reference AuditTrail trail) {
    super(LABEL);
    this.jobs = jobs;
    this.trail = trail;
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
    JobStatus job =
        jobs.find(id)
            .filter(j -> j.endedAt().isEmpty())
            .orElseThrow(() -> new IllegalArgumentException(messages.text("jobs.ended", id)));
    trail.record(
        AuditEntry.builder(actor, "job-cancel", job.kind() + " " + id)
            .reason(reason)
            .before(String.format(Locale.ROOT, "%.0f %%", job.percent()))
            .build());
    if (!jobs.cancel(id)) {
      throw new IllegalArgumentException(messages.text("jobs.ended", id));
    }
    return messages.text("jobs.done.cancel", id);
  }
}
