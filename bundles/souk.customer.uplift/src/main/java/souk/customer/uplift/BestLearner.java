package souk.customer.uplift;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.customer.api.UpliftEstimate;
import souk.customer.api.UpliftTrial;
import souk.customer.lib.uplift.Folds;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.UpliftLearner;
import souk.customer.lib.uplift.UpliftLearners;
import souk.customer.lib.uplift.choice.Contest;
import souk.customer.lib.uplift.choice.CrossFit;
import souk.customer.spi.UpliftEstimator;
import souk.customer.spi.UpliftTask;
import souk.model.Refusal;

/** The usual learners side by side inside the trial; the one with the largest Qini answers. */
@Component(
    property = {
      "souk.role=UpliftEstimator",
      "souk.strategy=" + BestLearner.ID,
      "souk.version=" + BestLearner.VERSION,
      "souk.family=contest",
      "souk.title=Best learner by cross-validation"
    })
@Designate(ocd = BestLearner.Config.class)
public final class BestLearner implements UpliftEstimator {
  static final String ID = "best-learner";
  static final String VERSION = "1.0.0";

  /** Settings of the contest. */
  @ObjectClassDefinition(
      name = "Souk: best uplift learner",
      description = "Chooses among uplift learners inside the trial.")
  public @interface Config {
    @AttributeDefinition(
        name = "Parts (count)",
        description = "Into how many parts the trial is divided; each is answered by the others.",
        min = "2",
        max = "20")
    int parts() default 3;
  }

  private final int parts;

  @Activate
  public BestLearner(Config config) {
    this.parts = config.parts();
  }

  @Override
  public Optional<Refusal> refuses(UpliftTrial trial, UpliftTask task) {
    return Estimation.refusal(trial);
  }

  @Override
  public UpliftEstimate estimate(UpliftTrial trial, double[][] rows, UpliftTask task) {
    Trial learned = Estimation.trial(trial);
    List<UpliftLearner> learners =
        UpliftLearners.suiting(learned).stream()
            .filter(l -> UpliftLearners.USUAL.contains(l.id()))
            .toList();
    Folds folds = Folds.of(learned, parts, task.seed());
    List<CrossFit> answers =
        learners.stream().map(l -> CrossFit.of(learned, folds, l, task.seed())).toList();
    UpliftLearner best = learners.get(Contest.of(learned, folds, answers).best());
    return Estimation.estimate(learned, best, rows, task, ID, VERSION);
  }
}
