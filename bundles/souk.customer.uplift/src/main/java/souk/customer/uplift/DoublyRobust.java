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

/** The doubly robust learner on linear models. */
@Component(
    property = {
      "souk.role=UpliftEstimator",
      "souk.strategy=" + DoublyRobust.ID,
      "souk.version=" + DoublyRobust.VERSION,
      "souk.family=meta-learner",
      "souk.title=Doubly robust learner"
    })
public final class DoublyRobust implements UpliftEstimator {
  static final String ID = "doubly-robust";
  static final String VERSION = "1.0.0";
  private static final UpliftLearner LEARNER =
      new MetaLearner(MetaLearner.Recipe.DR_LEARNER, BaseFamily.linear());

  @Override
  public Optional<Refusal> refuses(UpliftTrial trial, UpliftTask task) {
    return Estimation.refusal(trial);
  }

  @Override
  public UpliftEstimate estimate(UpliftTrial trial, double[][] rows, UpliftTask task) {
    return Estimation.estimate(Estimation.trial(trial), LEARNER, rows, task, ID, VERSION);
  }
}
