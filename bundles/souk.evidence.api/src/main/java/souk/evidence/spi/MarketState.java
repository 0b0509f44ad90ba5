package souk.evidence.spi;

import java.time.LocalDate;
import java.util.Map;
import souk.demand.api.ResponseModel;
import souk.model.Panel;
import souk.model.PurchaseLog;

/**
 * What a simulator is fitted on.
 *
 * @param weekly observed units and prices per article and week
 * @param purchases observed order lines
 * @param response fitted price response
 * @param segments segment id per customer key
 * @param until first day after the observed weeks, a Monday
 */
public record MarketState(
    Panel weekly,
    PurchaseLog purchases,
    ResponseModel response,
    Map<String, String> segments,
    LocalDate until) {
  public MarketState {
    segments = Map.copyOf(segments);
  }
}
