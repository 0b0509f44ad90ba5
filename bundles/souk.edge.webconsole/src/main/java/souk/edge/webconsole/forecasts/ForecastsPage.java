package souk.edge.webconsole.forecasts;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import souk.data.api.SalesHistory;
import souk.demand.api.BacktestReport;
import souk.demand.api.DemandBaselines;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastMonitor;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesForecast;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Download;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Jobs;

/** Console page of forecasts: what is expected of an article, how sure that is, and by whom. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + ForecastsPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Forecasts",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + ForecastsPage.LABEL + "/res/souk.css"
    })
public final class ForecastsPage extends ConsolePage {
  static final String LABEL = "souk-forecasts";
  private static final long serialVersionUID = 1L;

  private final transient DemandForecasts forecasts;
  private final transient SalesHistory sales;
  private final transient Histories histories;
  private final transient Jobs jobs;
  private final transient @Nullable DemandBaselines baselines;
  private final transient @Nullable ForecastMonitor monitor;
  private final transient ForecastActions actions;

  /**
   * @param baselines null while nobody takes sales apart
   * @param monitor null while nobody watches forecasts
   */
  @Activate
  public ForecastsPage(
      @Reference DemandForecasts forecasts,
      @Reference SalesHistory sales,
      @Reference Jobs jobs,
      @Reference AuditTrail trail,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable DemandBaselines baselines,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ForecastMonitor monitor) {
    super(LABEL);
    this.forecasts = forecasts;
    this.sales = sales;
    this.histories = new Histories(sales);
    this.jobs = jobs;
    this.baselines = baselines;
    this.monitor = monitor;
    this.actions = new ForecastActions(forecasts, baselines, monitor, jobs, trail);
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    Sheet sheet = Sheet.of(request, messages, html);
    sheet.title("forecasts");
    RunView.running(sheet, jobs);
    Optional<ForecastRun> latest = forecasts.latest();
    if (latest.isEmpty()) {
      boolean nothing = sales.summary().isEmpty();
      sheet.empty(sheet.text(nothing ? "forecasts.no-sales" : "forecasts.none"));
      if (!nothing) {
        ForecastActions.form(sheet, "run", () -> ForecastActions.size(sheet));
      }
      return;
    }
    ForecastRun run = latest.get();
    Histories.Known known = histories.of(run);
    SearchView.Wish wish =
        new SearchView.Wish(
            optional(request, "words"), optional(request, "category"), number(request, "from"));
    SearchView search = new SearchView(sheet, run, known);
    search.form(wish);
    String asked = optional(request, "article");
    Optional<SeriesForecast> shown =
        asked.isEmpty() ? search.found(wish).stream().findFirst() : run.forecast().series(asked);
    if (shown.isEmpty() && !asked.isEmpty()) {
      html.element("p", sheet.text("forecasts.unknown", asked), "class", "bad");
    }
    search.list(wish, shown.map(SeriesForecast::seriesId).orElse(""));
    shown.ifPresent(series -> new ForecastView(run, known).show(sheet, series));
    shown.ifPresent(series -> parts(sheet, series.seriesId()));
    Optional<BacktestReport> backtest =
        forecasts.latestBacktest().filter(report -> report.runId().equals(run.id()));
    new BacktestView(sheet, run, backtest).show();
    new ChampionsView(sheet).show(backtest.map(BacktestReport::champions).orElse(List.of()));
    if (monitor != null) {
      new DriftView(sheet)
          .show(
              monitor.latest().filter(report -> report.runId().equals(run.id())),
              () -> ForecastActions.form(sheet, "check", () -> {}));
    }
    RunView.made(sheet, run);
  }

  private void parts(Sheet sheet, String article) {
    if (baselines != null) {
      new PartsView(sheet)
          .show(
              article,
              baselines.latest(),
              () -> ForecastActions.form(sheet, "decompose", () -> ForecastActions.items(sheet)));
    }
  }

  @Override
  protected List<String> kept() {
    return List.of("words", "category", "article");
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    return actions.start(
        required(request, "action"),
        number(request, "weeks"),
        number(request, "items"),
        actor,
        reason(request, messages),
        messages);
  }

  @Override
  protected Optional<Download> download(String file, HttpServletRequest request) {
    if (!file.equals("forecast.csv")) {
      return Optional.empty();
    }
    String article = optional(request, "article");
    return forecasts
        .latest()
        .flatMap(
            run ->
                run.forecast()
                    .series(article)
                    .map(
                        series ->
                            new Download(
                                "forecast-" + article + ".csv",
                                csv -> new ForecastView(run, histories.of(run)).csv(series, csv))));
  }
}
