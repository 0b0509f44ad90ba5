package souk.edge.webconsole.forecasts;

import souk.demand.api.ForecastRun;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.JobStatus;
import souk.kernel.api.Jobs;

/** The run that is shown, and the one under way. */
final class RunView {
  private RunView() {}

  /** When it was made, and what can be started. */
  static void made(Sheet sheet, ForecastRun run) {
    sheet.section("run", sheet.text("forecasts.run"));
    sheet
        .html()
        .element(
            "p",
            sheet.text(
                "forecasts.run.what",
                run.id(),
                Figures.time(run.forecast().provenance().createdAt()),
                Figures.count(run.forecast().seriesList().size())));
    ForecastActions.form(sheet, "run", () -> ForecastActions.size(sheet));
    ForecastActions.form(sheet, "refresh", () -> ForecastActions.size(sheet));
    sheet.endSection();
  }

  /** How far the work under way is. */
  static void running(Sheet sheet, Jobs jobs) {
    sheet.region("running");
    jobs.list().stream()
        .filter(
            job ->
                job.kind().startsWith(ForecastActions.FORECAST)
                    && job.state() == JobStatus.State.RUNNING)
        .forEach(
            job ->
                sheet
                    .html()
                    .element(
                        "p",
                        sheet.text(
                            "forecasts.running", Figures.share(job.percent() / 100), job.message()),
                        "role",
                        "status"));
    sheet.endRegion();
  }
}
