package souk.edge.webconsole.audit;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Csv;
import souk.edge.webconsole.html.Download;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;

/** Console page of all changes: who, what, why, when, and what was there before. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + AuditPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Audit",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + AuditPage.LABEL + "/res/souk.css"
    })
public final class AuditPage extends ConsolePage {
  static final String LABEL = "souk-audit";
  private static final long serialVersionUID = 1L;
  private static final int CHUNK = 500;

  private final transient AuditTrail trail;

  @Activate
  public AuditPage(@Reference AuditTrail trail) {
    super(LABEL);
    this.trail = trail;
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    AuditQuery.Builder query = query(request);
    String before = optional(request, "before");
    if (!before.isEmpty()) {
      query.before(before);
    }
    AuditView view = new AuditView(Sheet.of(request, messages, html));
    view.filter(optional(request, "kind"), optional(request, "actor"), optional(request, "text"));
    view.entries(trail.entries(query.build(), AuditView.SIZE + 1), !before.isEmpty());
  }

  @Override
  protected Optional<Download> download(String file, HttpServletRequest request) {
    return file.equals("audit.csv")
        ? Optional.of(new Download("audit.csv", csv -> write(request, csv)))
        : Optional.empty();
  }

  private void write(HttpServletRequest request, Csv csv) {
    csv.row(
        List.of("id", "at", "actor", "channel", "kind", "subject", "reason", "before", "after"));
    AuditQuery.Builder query = query(request);
    List<AuditEntry> entries;
    do {
      entries = trail.entries(query.build(), CHUNK);
      for (AuditEntry e : entries) {
        csv.row(
            List.of(
                e.id(),
                e.at().toString(),
                e.actor().name(),
                e.actor().channel(),
                e.kind(),
                e.subject(),
                e.reason(),
                e.before().orElse(""),
                e.after().orElse("")));
        query.before(e.id());
      }
    } while (entries.size() == CHUNK);
  }

  private static AuditQuery.Builder query(HttpServletRequest request) {
    AuditQuery.Builder query = AuditQuery.builder();
    given(request, "kind").ifPresent(query::kind);
    given(request, "actor").ifPresent(query::actor);
    given(request, "text").ifPresent(query::text);
    return query;
  }

  private static Optional<String> given(HttpServletRequest request, String name) {
    return Optional.of(optional(request, name)).filter(value -> !value.isEmpty());
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    throw new IllegalArgumentException("This page only shows.");
  }
}
