package souk.it.addon;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import souk.offer.spi.Candidate;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionPolicy;
import souk.offer.spi.SelectionProblem;

/** Applies the one offer that takes most off: simple, and never breaks stacking or exclusivity. */
@Component(
    property = {
      "souk.role=SelectionPolicy",
      "souk.strategy=addon-single-best",
      "souk.version=1.0.0",
      "souk.title=The single best offer"
    })
public final class AddonSelectionPolicy implements SelectionPolicy {

  @Override
  public Selection select(SelectionProblem problem) {
    List<Candidate> candidates = problem.candidates();
    int best = -1;
    long most = 0;
    for (int i = 0; i < candidates.size(); i++) {
      long total = 0;
      for (long discount : candidates.get(i).discountsMinor()) {
        total += discount;
      }
      if (total > most) {
        most = total;
        best = i;
      }
    }
    return best < 0 ? Selection.of() : Selection.of(best);
  }
}
