package souk.customer.lib.uplift;

import java.util.Locale;
import souk.customer.lib.uplift.base.BaseFamily;
import souk.customer.lib.uplift.base.Predictor;

/**
 * Uplift from ordinary learners.
 *
 * @param recipe how they are put together
 * @param family which they are
 */
public record MetaLearner(Recipe recipe, BaseFamily family) implements UpliftLearner {
  private static final int PARTS = 3;

  /** How uplift is put together from predictions of figures. */
  public enum Recipe {
    /** One model per arm; the difference. */
    TWO_MODEL {
      @Override
      UpliftModel learn(Trial trial, BaseFamily family, long seed) {
        Predictor treated = Nuisance.arm(trial, true, family.outcome(trial.binary()), seed);
        Predictor control = Nuisance.arm(trial, false, family.outcome(trial.binary()), seed);
        return rows -> Recipe.less(treated.predict(rows), control.predict(rows));
      }
    },
    /**
     * One model with the treatment as a column; the difference it makes. Linear families need its
     * products with the columns too (Lo, SIGKDD Explorations 4, 2002).
     */
    S_LEARNER {
      @Override
      UpliftModel learn(Trial trial, BaseFamily family, long seed) {
        double[][] rows = trial.rows();
        double[][] wide = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
          wide[r] = Recipe.withTreatment(rows[r], trial.treated(r), family.interactions());
        }
        Predictor model =
            family
                .outcome(trial.binary())
                .learn(wide, trial.outcomes(), Rows.ones(rows.length), seed);
        return asked ->
            Recipe.less(
                model.predict(Recipe.withTreatment(asked, true, family.interactions())),
                model.predict(Recipe.withTreatment(asked, false, family.interactions())));
      }
    },
    /**
     * Effects imputed in both arms, learned, and weighted by the propensity (Künzel, Sekhon, Bickel
     * and Yu, PNAS 116, 2019).
     */
    X_LEARNER {
      @Override
      UpliftModel learn(Trial trial, BaseFamily family, long seed) {
        Nuisance expected =
            Nuisance.crossFitted(trial, family.outcome(trial.binary()), PARTS, seed);
        Predictor[] effect = new Predictor[2];
        for (int arm = 0; arm < 2; arm++) {
          int[] places = trial.arm(arm == 1);
          double[] imputed = new double[places.length];
          for (int i = 0; i < places.length; i++) {
            int row = places[i];
            imputed[i] =
                arm == 1
                    ? trial.outcome(row) - expected.control()[row]
                    : expected.treated()[row] - trial.outcome(row);
          }
          double[][] rows = Rows.at(trial.rows(), places);
          effect[arm] = family.figure().learn(rows, imputed, Rows.ones(rows.length), seed + arm);
        }
        double share = (double) trial.treatedRows() / trial.size();
        return rows -> {
          double[] ofTreated = effect[1].predict(rows);
          double[] ofControl = effect[0].predict(rows);
          double[] uplift = new double[rows.length];
          for (int r = 0; r < uplift.length; r++) {
            uplift[r] = share * ofControl[r] + (1 - share) * ofTreated[r];
          }
          return uplift;
        };
      }
    },
    /**
     * Least squares of outcome on treatment, both less what the columns explain (Robinson's
     * transformation; Nie and Wager, Biometrika 108, 2021).
     */
    R_LEARNER {
      @Override
      UpliftModel learn(Trial trial, BaseFamily family, long seed) {
        Nuisance expected =
            Nuisance.crossFitted(trial, family.outcome(trial.binary()), PARTS, seed);
        double[] target = new double[trial.size()];
        double[] weights = new double[trial.size()];
        for (int r = 0; r < target.length; r++) {
          double left = (trial.treated(r) ? 1 : 0) - trial.propensity(r);
          target[r] = (trial.outcome(r) - expected.mean(trial, r)) / left;
          weights[r] = left * left;
        }
        return Recipe.model(family.figure().learn(trial.rows(), target, weights, seed));
      }
    },
    /** Learns the doubly robust outcome (Kennedy, Electronic Journal of Statistics 17, 2023). */
    DR_LEARNER {
      @Override
      UpliftModel learn(Trial trial, BaseFamily family, long seed) {
        Nuisance expected =
            Nuisance.crossFitted(trial, family.outcome(trial.binary()), PARTS, seed);
        double[] target = new double[trial.size()];
        for (int r = 0; r < target.length; r++) {
          target[r] = expected.doublyRobust(trial, r);
        }
        return Recipe.model(
            family.figure().learn(trial.rows(), target, Rows.ones(target.length), seed));
      }
    },
    /**
     * One model of "treated and successful, or neither" on arms of equal weight; twice its chance
     * less one is the uplift (Jaśkowski and Jaroszewicz, ICML workshop on clinical data, 2012).
     * Other outcomes: the transformed outcome of Athey and Imbens (2016).
     */
    CLASS_TRANSFORMATION {
      @Override
      UpliftModel learn(Trial trial, BaseFamily family, long seed) {
        double[] target = new double[trial.size()];
        double[] weights = Rows.ones(trial.size());
        for (int r = 0; r < target.length; r++) {
          boolean treated = trial.treated(r);
          if (trial.binary()) {
            target[r] = treated ? trial.outcome(r) : 1 - trial.outcome(r);
            weights[r] = 0.5 / trial.chance(r);
          } else {
            target[r] = (treated ? 1 : -1) * trial.outcome(r) / trial.chance(r);
          }
        }
        Predictor model = family.outcome(trial.binary()).learn(trial.rows(), target, weights, seed);
        if (!trial.binary()) {
          return Recipe.model(model);
        }
        return rows -> {
          double[] uplift = model.predict(rows);
          for (int r = 0; r < uplift.length; r++) {
            uplift[r] = 2 * uplift[r] - 1;
          }
          return uplift;
        };
      }
    };

    abstract UpliftModel learn(Trial trial, BaseFamily family, long seed);

    private static UpliftModel model(Predictor predictor) {
      return predictor::predict;
    }

    private static double[] less(double[] treated, double[] control) {
      double[] uplift = new double[treated.length];
      for (int r = 0; r < uplift.length; r++) {
        uplift[r] = treated[r] - control[r];
      }
      return uplift;
    }

    private static double[] withTreatment(double[] row, boolean treated, boolean products) {
      double[] wide = new double[products ? 2 * row.length + 1 : row.length + 1];
      System.arraycopy(row, 0, wide, 0, row.length);
      wide[row.length] = treated ? 1 : 0;
      for (int c = 0; products && c < row.length; c++) {
        wide[row.length + 1 + c] = treated ? row[c] : 0;
      }
      return wide;
    }

    private static double[][] withTreatment(double[][] rows, boolean treated, boolean products) {
      double[][] wide = new double[rows.length][];
      for (int r = 0; r < rows.length; r++) {
        wide[r] = withTreatment(rows[r], treated, products);
      }
      return wide;
    }
  }

  @Override
  public String id() {
    return recipe.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + family.id();
  }

  @Override
  public UpliftModel learn(Trial trial, long seed) {
    return recipe.learn(trial, family, seed);
  }
}
