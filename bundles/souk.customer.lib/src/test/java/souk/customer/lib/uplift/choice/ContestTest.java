package souk.customer.lib.uplift.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.customer.lib.uplift.Folds;
import souk.customer.lib.uplift.MetaLearner;
import souk.customer.lib.uplift.PlantedTrial;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.UpliftLearner;
import souk.customer.lib.uplift.UpliftModel;
import souk.customer.lib.uplift.base.BaseFamily;
import souk.customer.lib.uplift.measure.Qini;

class ContestTest {
  private static final UpliftLearner LINEAR =
      new MetaLearner(MetaLearner.Recipe.TWO_MODEL, BaseFamily.linear());

  /** Says what chance says. */
  private record Guess(int number) implements UpliftLearner {
    @Override
    public String id() {
      return "guess-" + number;
    }

    @Override
    public UpliftModel learn(Trial trial, long seed) {
      return rows -> new SplittableRandom(seed * 31 + number).doubles(rows.length).toArray();
    }
  }

  @Test
  void partsHaveEqualArmsAndSuccesses() {
    Trial trial = PlantedTrial.of(1_000, 0.3, 1, true, 1).trial();
    Folds folds = Folds.of(trial, 5, 1);
    int rows = 0;
    for (int part = 0; part < 5; part++) {
      Trial own = trial.at(folds.in(part));
      rows += own.size();
      assertEquals(200, own.size(), 2);
      assertEquals(trial.treatedRows() / 5.0, own.treatedRows(), 1.5);
      assertEquals(800, folds.outside(part).length, 2);
    }
    assertEquals(1_000, rows);
  }

  @Test
  void findsTheLearnerAmongGuesses() {
    Trial trial = PlantedTrial.of(4_000, 0.5, 1, true, 2).trial();
    Folds folds = Folds.of(trial, 4, 1);
    List<CrossFit> answers = new ArrayList<>();
    for (int g = 0; g < 10; g++) {
      answers.add(CrossFit.of(trial, folds, new Guess(g), 1));
    }
    answers.add(CrossFit.of(trial, folds, LINEAR, 1));
    Contest contest = Contest.of(trial, folds, answers);
    assertEquals(10, contest.best());
    assertEquals(List.of(10, 10, 10, 10), contest.choices());
    assertTrue(Qini.of(trial, contest.chosen().rank(), 200, 1).area().low() > 0);
  }

  /** The best of many guesses looks good; what choosing is worth does not, in the mean. */
  @Test
  void choosingAmongGuessesIsWorthNothing() {
    double winner = 0;
    double chosen = 0;
    for (int i = 0; i < 30; i++) {
      Trial trial = PlantedTrial.of(400, 0.5, 0, true, 50 + i).trial();
      Folds folds = Folds.of(trial, 4, i);
      List<CrossFit> answers = new ArrayList<>();
      for (int g = 0; g < 15; g++) {
        answers.add(CrossFit.of(trial, folds, new Guess(100 * i + g), i));
      }
      Contest contest = Contest.of(trial, folds, answers);
      winner += Qini.area(trial, answers.get(contest.best()).rank()) / 30;
      chosen += Qini.area(trial, contest.chosen().rank()) / 30;
    }
    assertTrue(winner > 0.01);
    assertEquals(0, chosen, 0.008);
  }

  @Test
  void placeboHoldsZero() {
    Trial trial = PlantedTrial.of(2_000, 0.5, 1, true, 3).trial();
    Placebo placebo = Placebo.of(trial, LINEAR, 12, 3, 150, 1);
    assertEquals(12, placebo.runs().size());
    assertTrue(placebo.containingZero() >= 10, () -> placebo.containingZero() + " of 12");
  }
}
