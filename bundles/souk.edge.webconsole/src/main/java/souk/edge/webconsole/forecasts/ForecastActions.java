package souk.edge.webconsole.forecasts;

import org.jspecify.annotations.Nullable;
import souk.demand.api.DemandBaselines;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastMonitor;
import souk.demand.api.ForecastRequest;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.JobStatus;
import souk.kernel.api.JobWork;
import souk.kernel.api.Jobs;

/** What can be started from the page: a forecast, a decomposition, a check. */
final class ForecastActions {
  /** Kind of the job that forecasts. */
  static final String FORECAST = "forecast";

  private static final int WEEKS = 8;
  private static final int ITEMS = 200;
  private static final long MOST = 1_000_000;

  private final DemandForecasts forecasts;
  private final @Nullable DemandBaselines baselines;
  private final @Nullable ForecastMonitor monitor;
  private final Jobs jobs;
  private final AuditTrail trail;

  ForecastActions(
      DemandForecasts forecasts,
      @Nullable DemandBaselines baselines,
      @Nullable ForecastMonitor monitor,
      Jobs jobs,
      AuditTrail trail) {
    this.forecasts = forecasts;
    this.baselines = baselines;
    this.monitor = monitor;
    this.jobs = jobs;
    this.trail = trail;
  }

  /** A form with a reason and a button, folded away. */
  static void form(Sheet sheet, String action, Runnable fields) {
    sheet.html().open("details", "class", "act");
    sheet.html().element("summary", sheet.text("forecasts.act." + action));
    sheet.form();
    fields.run();
    sheet.reason();
    sheet.html().open("div", "class", "buttons");
    sheet.button(sheet.text("forecasts.go." + action), action);
    sheet.html().close();
    sheet.endForm();
    sheet.html().close();
  }

  /** How far and of how many articles. */
  static void size(Sheet sheet) {
    sheet.field(
        sheet.text("forecasts.run.weeks"),
        "weeks",
        Integer.toString(WEEKS),
        "inputmode",
        "numeric");
    items(sheet);
  }

  static void items(Sheet sheet) {
    sheet.field(
        sheet.text("forecasts.run.items"),
        "items",
        Integer.toString(ITEMS),
        "inputmode",
        "numeric");
  }

  String start(
      String action, long weeks, long items, Actor actor, String reason, Messages messages) {
    JobWork work =
        switch (action) {
          case "run", "refresh" -> run(action, weeks, items);
          case "decompose" -> decompose(items);
          case "check" -> check();
          default -> throw new IllegalArgumentException("There is no action " + action + ".");
        };
    String kind =
        action.equals("run") || action.equals("refresh") ? FORECAST : FORECAST + "-" + action;
    trail.record(AuditEntry.builder(actor, kind, action).reason(reason).build());
    JobStatus job = jobs.submit(kind, actor, work);
    return messages.text("forecasts.started", job.id());
  }

  private JobWork run(String action, long weeks, long items) {
    ForecastRequest wish =
        new ForecastRequest((int) Math.min(MOST, weeks), (int) Math.min(MOST, items), false, 1);
    return progress ->
        json(
            action.equals("run")
                ? forecasts.run(wish, progress).id()
                : forecasts.refresh(wish, progress).id());
  }

  private JobWork decompose(long items) {
    DemandBaselines here = baselines;
    if (here == null || items < 1) {
      throw new IllegalArgumentException("A decomposition needs at least 1 article.");
    }
    return progress -> {
      here.run((int) Math.min(MOST, items), progress);
      return "{}";
    };
  }

  private JobWork check() {
    ForecastMonitor here = monitor;
    if (here == null) {
      throw new IllegalArgumentException("Nobody watches forecasts here.");
    }
    return progress -> json(here.check(progress).runId());
  }

  private static String json(String id) {
    return "{\"id\":\"" + id + "\"}";
  }
}
