package souk.customer.lib.uplift.choice;

import java.util.List;
import java.util.stream.IntStream;
import souk.customer.lib.uplift.Folds;
import souk.customer.lib.uplift.Rows;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.measure.Qini;

/**
 * Learners side by side on rows that they have not seen.
 *
 * @param best place of the learner with the largest Qini area over all parts
 * @param chosen what the best learner of the <em>other</em> parts answered in each part: the Qini
 *     of these answers is what choosing the best is worth, without the luck of the winner
 * @param choices place of the learner chosen for each part
 */
public record Contest(int best, CrossFit chosen, List<Integer> choices) {

  /**
   * @param answers of each learner, for the same trial and parts
   */
  public static Contest of(Trial trial, Folds folds, List<CrossFit> answers) {
    int[] everywhere = IntStream.range(0, trial.size()).toArray();
    int best = best(trial, everywhere, answers);
    CrossFit chosen = answers.get(best).copy();
    int[] choices = new int[folds.count()];
    for (int part = 0; part < folds.count(); part++) {
      choices[part] = best(trial, folds.outside(part), answers);
      chosen.take(answers.get(choices[part]), folds.in(part));
    }
    return new Contest(best, chosen, IntStream.of(choices).boxed().toList());
  }

  private static int best(Trial trial, int[] places, List<CrossFit> answers) {
    Trial part = trial.at(places);
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < answers.size(); a++) {
      double area = Qini.area(part, Rows.at(answers.get(a).rank(), places));
      if (area > most) {
        most = area;
        best = a;
      }
    }
    return best;
  }
}
