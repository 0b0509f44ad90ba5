package souk.learn.tribuo;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.learn.api.ClusteringTask;
import souk.learn.spi.Clusterer;

/** Tries a clusterer on two groups that nobody can mistake. */
@Component
public final class ClustererProbe implements RoleProbe {
  private static final int ROWS = 40;

  @Override
  public String role() {
    return Clusterer.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) throws Exception {
    double[][] rows = new double[ROWS][];
    for (int r = 0; r < ROWS; r++) {
      rows[r] = new double[] {r % 2 * 100 + r * 0.01, r % 2 * -50};
    }
    int[] assignment =
        ((Clusterer) strategy).cluster(rows, new ClusteringTask(2, 50, 1)).assignment();
    if (assignment.length != ROWS) {
      return Optional.of("it assigned %d of %d rows".formatted(assignment.length, ROWS));
    }
    for (int r = 2; r < ROWS; r++) {
      if (assignment[r] != assignment[r % 2] || assignment[0] == assignment[1]) {
        return Optional.of("it did not find two groups that lie 100 apart");
      }
    }
    return Optional.empty();
  }
}
