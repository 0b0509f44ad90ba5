package souk.edge.webconsole.data;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.DataQuality;
import souk.data.api.LoadReport;
import souk.data.api.LoadRequest;
import souk.data.api.Loads;
import souk.data.api.QuarantinedRow;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Csv;
import souk.edge.webconsole.html.Download;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.JobStatus;
import souk.kernel.api.Jobs;

/** Console page of what was loaded, what was set aside and why, and how good the data are. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + DataPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Data",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + DataPage.LABEL + "/res/souk.css"
    })
public final class DataPage extends ConsolePage {
  static final String LABEL = "souk-data";
  private static final long serialVersionUID = 1L;
  private static final int CHUNK = 1_000;

  private final transient Loads loads;
  private final transient DataQuality quality;
  private final transient Jobs jobs;
  private final transient AuditTrail trail;

  @Activate
  public DataPage(
      @Reference Loads loads,
      @Reference DataQuality quality,
      @Reference Jobs jobs,
      @Reference AuditTrail trail) {
    super(LABEL);
    this.loads = loads;
    this.quality = quality;
    this.jobs = jobs;
    this.trail = trail;
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    Sheet sheet = Sheet.of(request, messages, html);
    sheet.title("data");
    LoadListView list = new LoadListView(sheet);
    list.running(
        jobs.list().stream()
            .filter(j -> j.kind().equals("load") && j.state() == JobStatus.State.RUNNING)
            .toList());
    String asked = optional(request, "load");
    list.show(loads.list(), asked, number(request, "page"));
    if (!asked.isEmpty()) {
      Optional<LoadReport> report = loads.find(asked);
      if (report.isPresent()) {
        LoadView view = new LoadView(sheet);
        view.show(report.get());
        long from = number(request, "from");
        view.quarantine(report.get(), loads.quarantine(asked, from, LoadView.SIZE), from);
      } else {
        html.element("p", messages.text("data.unknown", asked), "class", "bad");
      }
    }
    new QualityView(sheet).show(quality.findings());
    list.form();
  }

  @Override
  protected Optional<Download> download(String file, HttpServletRequest request) {
    String load = optional(request, "load");
    return file.equals("quarantine.csv") && loads.find(load).isPresent()
        ? Optional.of(new Download("quarantine-" + load + ".csv", csv -> quarantine(load, csv)))
        : Optional.empty();
  }

  private void quarantine(String load, Csv csv) {
    csv.row(List.of("line", "column", "value", "reason", "explanation", "row"));
    List<QuarantinedRow> rows;
    long offset = 0;
    do {
      rows = loads.quarantine(load, offset, CHUNK);
      for (QuarantinedRow row : rows) {
        csv.row(
            List.of(
                Long.toString(row.rowNumber()),
                row.column(),
                row.value(),
                row.reasonCode(),
                row.reasonText(),
                row.raw()));
      }
      offset += CHUNK;
    } while (rows.size() == CHUNK);
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    String action = required(request, "action");
    if (!action.equals("load")) {
      throw new IllegalArgumentException("There is no action " + action + ".");
    }
    String reason = reason(request, messages);
    LoadRequest wish =
        new LoadRequest("files", required(request, "path"), Map.of(), required(request, "mapping"));
    trail.record(
        AuditEntry.builder(actor, "load", LoadListView.fileName(wish.location()))
            .reason(reason)
            .build());
    JobStatus job =
        jobs.submit(
            "load",
            actor,
            progress -> "{\"loadId\":\"" + loads.load(wish, progress).loadId() + "\"}");
    return messages.text("data.done.load", job.id(), reason);
  }
}
