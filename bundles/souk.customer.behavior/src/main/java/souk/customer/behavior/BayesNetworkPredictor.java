package souk.customer.behavior;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.BehaviorForecast;
import souk.customer.lib.behavior.BehaviorFeatures;
import souk.customer.lib.behavior.BehaviorNetwork;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.spi.BehaviorPredictor;
import souk.customer.spi.BehaviorTask;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** A Bayesian network over recency, frequency, lateness and amounts, with exact answers. */
@Component(
    property = {
      "souk.role=BehaviorPredictor",
      "souk.strategy=" + BayesNetworkPredictor.ID,
      "souk.version=" + BayesNetworkPredictor.VERSION,
      "souk.family=bayes",
      "souk.title=Bayesian network"
    })
public final class BayesNetworkPredictor implements BehaviorPredictor {
  static final String ID = "bayes-network";
  static final String VERSION = "1.0.0";
  private static final int FEWEST = 50;

  @Override
  public Optional<Refusal> refuses(PurchaseLog log, BehaviorTask task) {
    return LogDays.fewerThan(FEWEST, log, task);
  }

  @Override
  public BehaviorForecast predict(PurchaseLog log, BehaviorTask task) {
    PurchaseDays days = LogDays.of(log, task);
    int last = LogDays.lastDay(task);
    int ahead = task.horizonDays();
    Histories histories = Histories.at(days, last);
    BehaviorNetwork network = BehaviorNetwork.of(days, last, ahead);
    double[][] features = BehaviorFeatures.of(days, histories);
    return new CountedScores(log, task, days, histories)
        .forecast(
            i -> network.buys(features[i], ahead),
            i -> network.purchases(features[i], ahead),
            ID,
            VERSION);
  }
}
