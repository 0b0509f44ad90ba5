package souk.evidence.reporting.facts;

import java.util.Optional;
import souk.customer.api.Scores;
import souk.customer.api.Segments;
import souk.data.api.Costs;
import souk.data.api.DataQuality;
import souk.data.api.Loads;
import souk.data.api.SalesHistory;
import souk.demand.api.DemandBaselines;
import souk.demand.api.DemandForecasts;
import souk.demand.api.DemandModels;
import souk.evidence.api.Experiments;
import souk.evidence.api.Simulations;
import souk.kernel.api.RouterAdmin;
import souk.plan.api.Plans;
import souk.trust.api.Approvals;
import souk.trust.api.Publisher;

/** The services that a report reads; every one may be absent, and its part is then left out. */
public record Sources(
    Optional<SalesHistory> sales,
    Optional<Costs> costs,
    Optional<Loads> loads,
    Optional<DataQuality> quality,
    Optional<Segments> segments,
    Optional<Scores> scores,
    Optional<DemandForecasts> forecasts,
    Optional<DemandModels> models,
    Optional<DemandBaselines> baselines,
    Optional<Plans> plans,
    Optional<Approvals> approvals,
    Optional<Publisher> publisher,
    Optional<Experiments> experiments,
    Optional<Simulations> simulations,
    Optional<RouterAdmin> router) {}
