package souk.learn.lib.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
  @Test
  void eachRowIsJudgedOnceAndKindsAreSpread() {
    int[] kind = IntStream.range(0, 103).map(r -> r % 10 == 0 ? 1 : 0).toArray();
    int[] judged = new int[kind.length];
    for (Fold fold : Folds.stratified(kind, 5, 1)) {
      assertEquals(kind.length, fold.train().length + fold.test().length);
      for (int row : fold.test()) {
        judged[row]++;
        assertEquals(-1, Arrays.binarySearch(fold.train(), row) < 0 ? -1 : 0);
      }
      int rare = Arrays.stream(fold.test()).map(row -> kind[row]).sum();
      assertTrue(rare >= 2 && rare <= 3, "rare " + rare);
    }
    assertTrue(Arrays.stream(judged).allMatch(count -> count == 1));
    assertArrayEquals(
        Folds.stratified(kind, 5, 1).get(2).test(), Folds.stratified(kind, 5, 1).get(2).test());
  }

  @Test
  void forwardNeverLearnsFromWhatIsLater() {
    double[] time = new Random(2).doubles(200).map(t -> Math.floor(20 * t)).toArray();
    List<Fold> folds = Folds.forward(time, 4);
    assertEquals(4, folds.size());
    int judged = 0;
    for (Fold fold : folds) {
      double last = Arrays.stream(fold.train()).mapToDouble(r -> time[r]).max().orElseThrow();
      double first = Arrays.stream(fold.test()).mapToDouble(r -> time[r]).min().orElseThrow();
      assertTrue(last < first, last + " and " + first);
      judged += fold.test().length;
    }
    assertTrue(judged > 140 && judged < 180, "judged " + judged);
  }

  @Test
  void whatCannotBeDividedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Folds.forward(new double[9], 2));
    assertThrows(IllegalArgumentException.class, () -> Folds.stratified(new int[3], 4, 1));
    assertThrows(IllegalArgumentException.class, () -> Folds.spread(new double[9], 1, 1));
  }
}
