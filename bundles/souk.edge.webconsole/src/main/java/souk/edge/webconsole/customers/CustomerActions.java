package souk.edge.webconsole.customers;

import java.util.Optional;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.JobStatus;
import souk.kernel.api.JobWork;
import souk.kernel.api.Jobs;
import souk.kernel.api.RouterAdmin;

/** Runs that are started from the pages of customers. */
final class CustomerActions {
  private final Jobs jobs;
  private final AuditTrail trail;
  private final RouterAdmin router;

  CustomerActions(Jobs jobs, AuditTrail trail, RouterAdmin router) {
    this.jobs = jobs;
    this.trail = trail;
    this.router = router;
  }

  String start(String kind, JobWork work, Actor actor, String reason, Messages messages) {
    trail.record(AuditEntry.builder(actor, kind, "run").reason(reason).build());
    JobStatus job = jobs.submit(kind, actor, work);
    return messages.text("customers.started", job.id());
  }

  /** A form to start a run, folded away. */
  void form(Sheet sheet, String page, String role, Runnable fields) {
    sheet.html().open("details", "class", "act");
    sheet.html().element("summary", sheet.text(page + ".act"));
    sheet.form();
    sheet.html().open("label").text(sheet.text("customers.strategy")).text(" ");
    sheet.html().open("select", "name", "strategy");
    sheet.html().element("option", sheet.text("customers.strategy.selected"), "value", "");
    router.roles().stream()
        .filter(status -> status.role().equals(role))
        .flatMap(status -> status.strategies().stream())
        .map(strategy -> strategy.ref().strategy())
        .distinct()
        .forEach(id -> sheet.html().element("option", id, "value", id));
    sheet.html().close().close();
    fields.run();
    sheet.reason();
    sheet.html().open("div", "class", "buttons");
    sheet.button(sheet.text(page + ".go"), "run");
    sheet.html().close();
    sheet.endForm();
    sheet.html().close();
  }

  /** How far the work under way is. */
  void running(Sheet sheet, String kind) {
    sheet.region("running");
    jobs.list().stream()
        .filter(job -> job.kind().equals(kind) && job.state() == JobStatus.State.RUNNING)
        .forEach(
            job ->
                sheet
                    .html()
                    .element(
                        "p",
                        sheet.text(
                            "customers.running", Figures.share(job.percent() / 100), job.message()),
                        "role",
                        "status"));
    sheet.endRegion();
  }

  static Optional<String> strategy(String chosen) {
    return chosen.isEmpty() ? Optional.empty() : Optional.of(chosen);
  }
}
