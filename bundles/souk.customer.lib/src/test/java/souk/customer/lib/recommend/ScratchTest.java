package souk.customer.lib.recommend;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import souk.customer.lib.OnlineRetail;
import souk.model.PurchaseLog;

class ScratchTest {
  @Test
  void grid() throws Exception {
    PurchaseLog log = OnlineRetail.logOrSkip();
    int last = log.epochDay(log.rows() - 1) + 1;
    for (int[] split : new int[][] {{last - 60, last - 30}, {last - 30, last}, {last-150,last-120}}) {
      for (double hl : new double[] {7, 14, 30, 60, 10000}) {
        PurchaseIndex index = PurchaseIndex.of(log, split[0], hl);
        int[] pop = pop(index);
        System.out.println("POP hl=" + hl + " " + RankingMeasures.of(index, log, split[1], c -> pop));
      }
      for (double hl : new double[] {30, 60, 90, 180, 10000}) {
        PurchaseIndex index = PurchaseIndex.of(log, split[0], hl);
        PurchaseIndex popIndex = PurchaseIndex.of(log, split[0], 14);
        for (double shrink : new double[] {10, 50}) {
          ItemToItem t = ItemToItem.of(index, 200, shrink);
          for (double rw : new double[] {0.3, 1, 3, 10})
            for (double ex : new double[] {0, 0.25, 0.5, 0.75, 1}) {
              RepeatAndTogether m =
                  new RepeatAndTogether(popIndex.popularity(), t.neighbours(), t.similarities(), rw, ex);
              System.out.println("MOD hl=" + hl + " sh=" + shrink + " rw=" + rw + " ex=" + ex + " "
                      + RankingMeasures.of(index, log, split[1], c -> rec(index, m, c)));
            }
        }
      }
    }
  }

  static int[] rec(PurchaseIndex index, RepeatAndTogether m, int c) {
    int[] p = index.latestFirst(c);
    int[] h = Arrays.stream(p).map(index::item).toArray();
    float[] w = new float[p.length];
    for (int i = 0; i < w.length; i++) w[i] = (float) index.weight(p[i]);
    return Arrays.stream(m.best(h, w, new int[0], 20)).mapToInt(Recommended::item).toArray();
  }

  static int[] pop(PurchaseIndex index) {
    Ranking r = new Ranking(20);
    double[] p = index.popularity();
    for (int i = 0; i < p.length; i++) r.offer(i, p[i]);
    return r.items();
  }
}
