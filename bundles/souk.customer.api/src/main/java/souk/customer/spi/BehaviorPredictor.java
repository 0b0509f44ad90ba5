package souk.customer.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.customer.api.BehaviorForecast;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/**
 * Tells of every customer who bought before a day how likely, how often and for how much they will
 * buy in the days that follow. Nothing on or after the day may be looked at. Safe for use by many
 * threads.
 */
@ConsumerType
public interface BehaviorPredictor {
  Optional<Refusal> refuses(PurchaseLog log, BehaviorTask task);

  BehaviorForecast predict(PurchaseLog log, BehaviorTask task);
}
