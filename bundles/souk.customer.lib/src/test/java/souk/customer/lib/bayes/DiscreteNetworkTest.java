package souk.customer.lib.bayes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiscreteNetworkTest {
  private static final int[] SIZES = {2, 3, 2, 4};
  private static final int[][] PARENTS = {{}, {0}, {0, 1}, {1}};

  private static int[][] rows(int count) {
    SplittableRandom random = new SplittableRandom(5);
    int[][] rows = new int[count][4];
    for (int[] row : rows) {
      row[0] = random.nextInt(4) == 0 ? 1 : 0;
      row[1] = random.nextInt(3) == 0 ? random.nextInt(3) : row[0];
      row[2] = random.nextInt(5) == 0 ? 1 : (row[0] + row[1]) % 2;
      row[3] = random.nextInt(3) == 0 ? random.nextInt(4) : row[1] + 1;
    }
    return rows;
  }

  /** Each answer beside the sum over all combinations of the product of the tables. */
  @Test
  void answersAreThoseOfTheFullTable() {
    int[][] rows = rows(500);
    DiscreteNetwork network = DiscreteNetwork.learn(SIZES, PARENTS, rows, 0.5);
    int[][] evidences = {{-1, -1, -1, -1}, {-1, 2, -1, 3}, {1, -1, 0, -1}, {-1, -1, 1, 0}};
    for (int[] evidence : evidences) {
      for (int variable = 0; variable < 4; variable++) {
        double[] full = new double[SIZES[variable]];
        double sum = 0;
        for (int code = 0; code < 48; code++) {
          int[] states = {code / 24, code / 8 % 3, code / 4 % 2, code % 4};
          boolean agrees = true;
          for (int v = 0; v < 4; v++) {
            agrees &= v == variable || evidence[v] < 0 || evidence[v] == states[v];
          }
          if (agrees) {
            double joint = 1;
            for (int v = 0; v < 4; v++) {
              joint *= conditional(rows, v, states);
            }
            full[states[variable]] += joint;
            sum += joint;
          }
        }
        for (int state = 0; state < full.length; state++) {
          full[state] /= sum;
        }
        assertArrayEquals(full, network.posterior(variable, evidence), 1e-12);
      }
    }
  }

  private static double conditional(int[][] rows, int child, int[] states) {
    double both = 0.5;
    double alone = 0.5 * SIZES[child];
    for (int[] row : rows) {
      boolean sameParents = true;
      for (int parent : PARENTS[child]) {
        sameParents &= row[parent] == states[parent];
      }
      alone += sameParents ? 1 : 0;
      both += sameParents && row[child] == states[child] ? 1 : 0;
    }
    return both / alone;
  }

  @Test
  void theTreeJoinsWhatBelongsTogether() {
    SplittableRandom random = new SplittableRandom(9);
    int[][] rows = new int[4_000][5];
    for (int[] row : rows) {
      row[0] = random.nextInt(2);
      row[1] = random.nextInt(3);
      row[2] = random.nextInt(10) == 0 ? random.nextInt(3) : row[1];
      row[3] = random.nextInt(3);
      row[4] = random.nextInt(10) == 0 ? random.nextInt(3) : (row[3] + row[0]) % 3;
    }
    int[][] parents = AugmentedBayes.parents(new int[] {2, 3, 3, 3, 3}, 0, rows);
    assertEquals(0, parents[0].length);
    assertArrayEquals(new int[] {0}, parents[1]);
    assertArrayEquals(new int[] {0, 1}, parents[2]);
    boolean joined =
        (parents[4].length == 2 && parents[4][1] == 3)
            || (parents[3].length == 2 && parents[3][1] == 4);
    assertEquals(true, joined);
  }

  @Test
  void withoutAPriorNothingIsLearned() {
    assertThrows(
        IllegalArgumentException.class,
        () -> DiscreteNetwork.learn(SIZES, PARENTS, new int[0][], 0));
  }
}
