package souk.demand.api;

/**
 * What is expected under a scenario.
 *
 * @param name of the scenario
 * @param forecast under it
 * @param total mean over all series and steps, added up
 * @param difference of the total from that of the first scenario
 * @param ratio of the total to that of the first scenario; 1 if both are 0
 */
public record ScenarioForecast(
    String name, DemandForecast forecast, double total, double difference, double ratio) {}
