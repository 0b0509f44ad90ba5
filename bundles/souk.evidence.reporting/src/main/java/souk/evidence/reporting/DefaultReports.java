package souk.evidence.reporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import souk.customer.api.Scores;
import souk.customer.api.Segments;
import souk.data.api.Costs;
import souk.data.api.DataQuality;
import souk.data.api.Documents;
import souk.data.api.Loads;
import souk.data.api.SalesHistory;
import souk.demand.api.DemandBaselines;
import souk.demand.api.DemandForecasts;
import souk.demand.api.DemandModels;
import souk.evidence.api.Experiments;
import souk.evidence.api.Report;
import souk.evidence.api.Reports;
import souk.evidence.api.Simulations;
import souk.evidence.reporting.facts.FactsCollector;
import souk.evidence.reporting.facts.Sources;
import souk.evidence.spi.ReportModel;
import souk.evidence.spi.ReportRenderer;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Progress;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyRouter;
import souk.plan.api.Plans;
import souk.trust.api.Approvals;
import souk.trust.api.Publisher;

/** Collects facts from whatever is there and has them rendered. Keeps the facts, not the file. */
@Component(service = Reports.class)
public final class DefaultReports implements Reports {
  private static final long DEADLINE_MILLIS = 60_000;

  private final StrategyRouter router;
  private final FactsCollector collector;
  private final Optional<KeptReport> kept;
  private final Clock clock;
  private volatile Optional<Report> latest = Optional.empty();

  @Activate
  public DefaultReports(
      @Reference StrategyRouter router,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Documents documents,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable SalesHistory sales,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Costs costs,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Loads loads,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable DataQuality quality,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Segments segments,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Scores scores,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable DemandForecasts forecasts,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable DemandModels models,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable DemandBaselines baselines,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Plans plans,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Approvals approvals,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Publisher publisher,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Experiments experiments,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Simulations simulations,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable RouterAdmin admin) {
    this(
        router,
        Optional.ofNullable(documents),
        new Sources(
            Optional.ofNullable(sales),
            Optional.ofNullable(costs),
            Optional.ofNullable(loads),
            Optional.ofNullable(quality),
            Optional.ofNullable(segments),
            Optional.ofNullable(scores),
            Optional.ofNullable(forecasts),
            Optional.ofNullable(models),
            Optional.ofNullable(baselines),
            Optional.ofNullable(plans),
            Optional.ofNullable(approvals),
            Optional.ofNullable(publisher),
            Optional.ofNullable(experiments),
            Optional.ofNullable(simulations),
            Optional.ofNullable(admin)),
        Clock.systemUTC());
  }

  DefaultReports(
      StrategyRouter router, Optional<Documents> documents, Sources sources, Clock clock) {
    ObjectMapper mapper =
        JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)))
            .build();
    this.router = router;
    this.collector = new FactsCollector(sources, mapper);
    this.kept = documents.map(d -> new KeptReport(d, mapper));
    this.clock = clock;
  }

  @Override
  public Report render(Locale locale, Progress progress) {
    Instant now = clock.instant();
    String id = "report-" + now.getEpochSecond();
    String facts = collector.collect(id, now, progress);
    Report report = document(id, now, facts, locale);
    kept.ifPresent(k -> k.keep(id, now, facts, locale));
    latest = Optional.of(report);
    progress.report(1, 1, "Rendered " + id);
    return report;
  }

  /** Rendered anew from its facts after a restart. */
  @Override
  public Optional<Report> latest() {
    if (latest.isEmpty()) {
      latest =
          kept.flatMap(KeptReport::find)
              .map(k -> document(k.id(), k.createdAt(), k.facts(), k.locale()));
    }
    return latest;
  }

  private Report document(String id, Instant createdAt, String facts, Locale locale) {
    ReportModel model = new ReportModel(facts, locale);
    CallOptions<Report> options =
        CallOptions.<Report>within(DEADLINE_MILLIS)
            .checkedBy(
                r ->
                    r.content().length == 0
                        ? Optional.of("the report is empty")
                        : Optional.empty());
    return router
        .call(
            ReportRenderer.class,
            options,
            renderer -> new Report(id, createdAt, renderer.mediaType(), renderer.render(model)))
        .value();
  }
}
