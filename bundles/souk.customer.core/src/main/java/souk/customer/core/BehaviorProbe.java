package souk.customer.core;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.BehaviorForecast;
import souk.customer.api.CustomerScore;
import souk.customer.spi.BehaviorPredictor;
import souk.customer.spi.BehaviorTask;
import souk.kernel.spi.RoleProbe;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** Tries a behaviour predictor on made-up customers of whom it is plain who will come back. */
@Component
public final class BehaviorProbe implements RoleProbe {
  private static final int HORIZON = 30;

  @Override
  public String role() {
    return BehaviorPredictor.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) throws Exception {
    BehaviorPredictor subject = (BehaviorPredictor) strategy;
    PurchaseLog log = ProbeShop.purchases();
    BehaviorTask task =
        new BehaviorTask(ProbeShop.UNTIL, HORIZON, Currency.getInstance("GBP"), 1, Instant.EPOCH);
    Optional<Refusal> refusal = subject.refuses(log, task);
    if (refusal.isPresent()) {
      return Optional.of("it " + refusal.get());
    }
    BehaviorForecast result = subject.predict(log, task);
    Optional<String> complaint = ForecastCheck.complaint(result);
    if (complaint.isPresent()) {
      return complaint;
    }
    if (result.scores().size() != ProbeShop.CUSTOMERS) {
      return Optional.of(
          "it scored %d of %d customers".formatted(result.scores().size(), ProbeShop.CUSTOMERS));
    }
    return buys(result, 0) > buys(result, 2)
        ? Optional.empty()
        : Optional.of("it expects a purchase of who bought once, long ago, as soon as of regulars");
  }

  /** Probability of a purchase of one of the made-up customers. */
  private static double buys(BehaviorForecast forecast, int customer) {
    return forecast.scores().stream()
        .filter(score -> score.customer().equals(ProbeShop.customer(customer)))
        .mapToDouble(CustomerScore::buys)
        .findFirst()
        .orElse(Double.NaN);
  }
}
