package souk.customer.uplift;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.UpliftEstimate;
import souk.customer.api.UpliftTrial;
import souk.customer.lib.uplift.MetaLearner;
import souk.customer.lib.uplift.UpliftLearner;
import souk.customer.lib.uplift.base.BaseFamily;
import souk.customer.spi.UpliftEstimator;
import souk.customer.spi.UpliftTask;
import souk.model.Refusal;

/** The X-learner on boosted trees. */
@Component(
    property = {
      "souk.role=UpliftEstimator",
      "souk.strategy=" + CrossLearner.ID,
      "souk.version=" + CrossLearner.VERSION,
      "souk.family=meta-learner",
      "souk.title=X-learner on boosted trees"
    })
public final class CrossLearner implements UpliftEstimator {
  static final String ID = "x-learner";
  static final String VERSION = "1.0.0";
  private static final UpliftLearner LEARNER =
      new MetaLearner(MetaLearner.Recipe.X_LEARNER, BaseFamily.boosted());

  @Override
  public Optional<Refusal> refuses(UpliftTrial trial, UpliftTask task) {
    return Estimation.refusal(trial);
  }

  @Override
  public UpliftEstimate estimate(UpliftTrial trial, double[][] rows, UpliftTask task) {
    return Estimation.estimate(Estimation.trial(trial), LEARNER, rows, task, ID, VERSION);
  }
}
