package souk.edge.rest.resources;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import souk.edge.rest.access.AccessKeys;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.json.Json;
import souk.edge.rest.limits.RateLimits;

/** The table of all routes. */
public final class Resources {
  private Resources() {}

  public static List<Route> all(
      Rooms rooms, Json json, String version, Clock clock, AccessKeys keys, RateLimits limits) {
    JobFailures failures = new JobFailures();
    JobStarter jobs = new JobStarter(rooms, json, failures, limits);
    List<Route> all = new ArrayList<>();
    all.addAll(new HealthResource(rooms, version).routes());
    all.addAll(new StrategyResource(rooms).routes());
    all.addAll(new TrafficResource(rooms).routes());
    all.addAll(new AuditResource(rooms).routes());
    all.addAll(new FeatureResource(rooms, jobs).routes());
    all.addAll(new JobResource(rooms, failures).routes());
    all.addAll(new LoadResource(rooms, jobs).routes());
    all.addAll(new BackupResource(rooms, jobs).routes());
    all.addAll(new SegmentResource(rooms, jobs).routes());
    all.addAll(new UpliftResource(rooms, jobs).routes());
    all.addAll(new ScoreResource(rooms, jobs).routes());
    all.addAll(new ErasureResource(rooms, jobs).routes());
    all.addAll(new RecommendationResource(rooms, jobs).routes());
    all.addAll(new LearningResource(rooms, jobs).routes());
    all.addAll(new ModelResource(rooms).routes());
    all.addAll(new ForecastResource(rooms, jobs).routes());
    all.addAll(new AdhocForecastResource(rooms, jobs, clock).routes());
    all.addAll(new ScenarioResource(rooms, jobs, clock).routes());
    all.addAll(new DemandPartsResource(rooms, jobs).routes());
    all.addAll(new ResponseResource(rooms, jobs).routes());
    all.addAll(new PlanResource(rooms, jobs).routes());
    all.addAll(new ReviewResource(rooms, jobs).routes());
    all.addAll(new PublicationResource(rooms, jobs).routes());
    all.addAll(new LadderResource(rooms, jobs).routes());
    all.addAll(new QuoteResource(rooms, json).routes());
    all.addAll(new PreviewResource(rooms, json).routes());
    all.addAll(new OfferResource(rooms).routes());
    all.addAll(new DraftResource(rooms).routes());
    all.addAll(new DeskResource(rooms).routes());
    all.addAll(new SwitchResource(rooms).routes());
    all.addAll(new ShopResource(rooms).routes());
    all.addAll(new RedemptionResource(rooms, json).routes());
    all.addAll(new RefundResource(rooms).routes());
    all.addAll(new CouponResource(rooms, jobs, clock).routes());
    all.addAll(new LedgerResource(rooms).routes());
    all.addAll(new RedemptionList(rooms).routes());
    all.addAll(new DecisionResource(rooms).routes());
    all.addAll(new DropFolderResource(rooms).routes());
    all.addAll(new SimulationResource(rooms, jobs).routes());
    all.addAll(new ExperimentResource(rooms, jobs).routes());
    all.addAll(new ReportResource(rooms, jobs).routes());
    all.addAll(new KeyResource(rooms, keys).routes());
    all.addAll(new DocsResource(() -> List.copyOf(all), json, version).routes());
    return all;
  }
}
