package souk.customer.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.UpliftTrial;
import souk.customer.spi.UpliftEstimator;
import souk.customer.spi.UpliftTask;
import souk.kernel.spi.RoleProbe;
import souk.model.Refusal;

/** Tries an uplift estimator on a made-up trial whose treatment changes one half of the rows. */
@Component
public final class UpliftProbe implements RoleProbe {
  private static final int ROWS = 600;

  @Override
  public String role() {
    return UpliftEstimator.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) throws Exception {
    UpliftEstimator subject = (UpliftEstimator) strategy;
    UpliftTrial trial = trial();
    UpliftTask task = new UpliftTask(1, Instant.EPOCH);
    Optional<Refusal> refusal = subject.refuses(trial, task);
    if (refusal.isPresent()) {
      return Optional.of("it " + refusal.get());
    }
    double[] uplift = subject.estimate(trial, trial.rows(), task).uplift();
    if (uplift.length != ROWS) {
      return Optional.of("it answered %d of %d rows".formatted(uplift.length, ROWS));
    }
    double changed = 0;
    double others = 0;
    for (int r = 0; r < ROWS; r++) {
      if (!Double.isFinite(uplift[r])) {
        return Optional.of("it answered %s".formatted(uplift[r]));
      }
      changed += trial.rows()[r][0] > 0 ? uplift[r] : 0;
      others += trial.rows()[r][0] > 0 ? 0 : uplift[r];
    }
    return changed > others
        ? Optional.empty()
        : Optional.of("it gave those whom the treatment changes less than the others");
  }

  private static UpliftTrial trial() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] rows = new double[ROWS][2];
    boolean[] treated = new boolean[ROWS];
    double[] outcome = new double[ROWS];
    for (int r = 0; r < ROWS; r++) {
      rows[r][0] = r % 2 == 0 ? 1 : -1;
      rows[r][1] = random.nextDouble();
      treated[r] = r / 2 % 2 == 0;
      double chance = treated[r] && rows[r][0] > 0 ? 0.8 : 0.2;
      outcome[r] = random.nextDouble() < chance ? 1 : 0;
    }
    return UpliftTrial.builder(List.of("half", "noise"), rows, treated, outcome).build();
  }
}
