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

/** One model per arm, logistic or ridge; needs nothing else. */
@Component(
    property = {
      "souk.role=UpliftEstimator",
      "souk.strategy=" + TwoModels.ID,
      "souk.version=" + TwoModels.VERSION,
      "souk.builtin:Boolean=true",
      "souk.family=meta-learner",
      "souk.title=Two models"
    })
public final class TwoModels implements UpliftEstimator {
  static final String ID = "two-models";
  static final String VERSION = "1.0.0";
  private static final UpliftLearner LEARNER =
      new MetaLearner(MetaLearner.Recipe.TWO_MODEL, BaseFamily.linear());

  @Override
  public Optional<Refusal> refuses(UpliftTrial trial, UpliftTask task) {
    return Estimation.refusal(trial);
  }

  @Override
  public UpliftEstimate estimate(UpliftTrial trial, double[][] rows, UpliftTask task) {
    return Estimation.estimate(Estimation.trial(trial), LEARNER, rows, task, ID, VERSION);
  }
}
