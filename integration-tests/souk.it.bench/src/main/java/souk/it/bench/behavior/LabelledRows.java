package souk.it.bench.behavior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import souk.customer.lib.behavior.BehaviorFeatures;
import souk.customer.lib.behavior.tokens.EventTokens;
import souk.customer.lib.lifetime.Histories;

/**
 * Customers on days, told by figures and by tokens of nothing later than the day, with whether they
 * bought within the days ahead.
 *
 * @param customer per row
 * @param bought 1 or 0 per row
 * @param features per row
 * @param tokens per row, steps × fields
 */
public record LabelledRows(int[] customer, double[] bought, double[][] features, int[][][] tokens) {
  private static final int STEP_DAYS = 15;
  private static final int ORIGINS = 5;
  private static final int FEWEST_DAYS = 30;

  /** Earlier days whose days ahead end before {@code origin}. */
  public static LabelledRows before(
      RetailEvents retail, EventTokens tokens, int origin, int ahead) {
    int earliest = retail.days().firstDay() + FEWEST_DAYS;
    return of(
        retail,
        tokens,
        IntStream.range(0, ORIGINS)
            .map(k -> origin - ahead - k * STEP_DAYS)
            .filter(day -> day >= earliest)
            .toArray(),
        ahead);
  }

  public static LabelledRows of(RetailEvents retail, EventTokens tokens, int[] days, int ahead) {
    List<Integer> customers = new ArrayList<>();
    List<Double> bought = new ArrayList<>();
    List<double[]> features = new ArrayList<>();
    List<int[][]> steps = new ArrayList<>();
    for (int day : days) {
      Histories then = Histories.at(retail.days(), day);
      double[][] figures = BehaviorFeatures.of(retail.days(), then);
      for (int i = 0; i < then.size(); i++) {
        int who = then.customer(i);
        customers.add(who);
        bought.add(retail.days().purchases(who, day, day + ahead) > 0 ? 1.0 : 0.0);
        features.add(figures[i]);
        steps.add(tokens.of(retail.events(), who, day));
      }
    }
    return new LabelledRows(
        customers.stream().mapToInt(c -> c).toArray(),
        bought.stream().mapToDouble(b -> b).toArray(),
        features.toArray(double[][]::new),
        steps.toArray(int[][][]::new));
  }

  public int size() {
    return customer.length;
  }

  /** How many customers the rows are of. */
  public long customers() {
    return Arrays.stream(customer).distinct().count();
  }

  /** The rows of a share of the customers, drawn anew by the seed. */
  public int[] drawn(double share, long seed) {
    int[] who = Arrays.stream(customer).distinct().sorted().toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = who.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = who[i];
      who[i] = who[j];
      who[j] = kept;
    }
    BitSet chosen = new BitSet();
    int wanted = Math.max(2, (int) Math.round(share * who.length));
    Arrays.stream(who).limit(wanted).forEach(chosen::set);
    return IntStream.range(0, size()).filter(r -> chosen.get(customer[r])).toArray();
  }

  public LabelledRows rows(int[] which) {
    return new LabelledRows(
        Arrays.stream(which).map(r -> customer[r]).toArray(),
        Arrays.stream(which).mapToDouble(r -> bought[r]).toArray(),
        Arrays.stream(which).mapToObj(r -> features[r]).toArray(double[][]::new),
        Arrays.stream(which).mapToObj(r -> tokens[r]).toArray(int[][][]::new));
  }

  /** The same rows with what came after dealt out anew: nothing can be learned from them. */
  public LabelledRows shuffled(long seed) {
    double[] dealt = bought.clone();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = dealt.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = dealt[i];
      dealt[i] = dealt[j];
      dealt[j] = kept;
    }
    return new LabelledRows(customer, dealt, features, tokens);
  }
}
