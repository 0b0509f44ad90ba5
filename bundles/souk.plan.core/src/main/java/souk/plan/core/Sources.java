package souk.plan.core;

import souk.customer.api.Segments;
import souk.data.api.Costs;
import souk.data.api.SalesHistory;
import souk.demand.api.DemandForecasts;
import souk.demand.api.DemandModels;
import souk.kernel.api.Snapshots;

/** What plans are made from. */
record Sources(
    SalesHistory sales,
    Costs costs,
    DemandModels models,
    DemandForecasts forecasts,
    Segments segments,
    Snapshots snapshots) {}
