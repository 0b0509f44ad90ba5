package souk.evidence.lib.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import souk.evidence.lib.random.Draws;
import souk.evidence.lib.random.Streams;
import souk.model.CustomerKey;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.PurchaseLog;
import souk.model.Series;
import souk.model.Sku;
import souk.model.TimeGrid;

/** Weeks and purchases with known base, season and dispersion. */
final class PlantedShop {
  static final LocalDate ORIGIN = LocalDate.of(2010, 1, 4);
  static final int WEEKS = 104;
  static final LocalDate UNTIL = ORIGIN.plusWeeks(WEEKS);
  static final double PRICE = 5;

  final Panel weekly;
  final PurchaseLog log;

  private PlantedShop(Panel weekly, PurchaseLog log) {
    this.weekly = weekly;
    this.log = log;
  }

  /**
   * Article i sells {@code 20 (i + 1)} lines of 2 or 4 units per week; a fifth of the lines is
   * anonymous; customers are equally likely.
   */
  static PlantedShop of(int items, int customers, double size, double seasonAmplitude) {
    Panel.Builder panel = Panel.builder(new TimeGrid(ORIGIN, Frequency.WEEK));
    List<Sku> skus = new ArrayList<>();
    List<CustomerKey> keys = new ArrayList<>();
    for (int c = 0; c < customers; c++) {
      keys.add(new CustomerKey("C" + c));
    }
    List<int[]> rows = new ArrayList<>();
    double[][] units = new double[items][WEEKS];
    for (int w = 0; w < WEEKS; w++) {
      for (int i = 0; i < items; i++) {
        SplittableRandom random = Streams.of(11, "shop", i, w);
        double mean = 20 * (i + 1) * season(ORIGIN.plusWeeks(w), seasonAmplitude);
        long lines = Draws.negativeBinomial(random, mean, size);
        for (long l = 0; l < lines; l++) {
          int quantity = random.nextBoolean() ? 2 : 4;
          int customer = random.nextInt(5) == 0 ? -1 : random.nextInt(customers);
          int day = (int) ORIGIN.plusWeeks(w).toEpochDay();
          rows.add(new int[] {customer, rows.size(), i, day, quantity});
          units[i][w] += quantity;
        }
      }
    }
    for (int i = 0; i < items; i++) {
      skus.add(new Sku("S" + i));
      panel.add(new Series("S" + i, 0, units[i]));
      double[] price = new double[WEEKS];
      java.util.Arrays.fill(price, PRICE);
      panel.covariate("price", new Series("S" + i, 0, price));
    }
    int n = rows.size();
    int[][] columns = new int[4][n];
    double[] quantity = new double[n];
    long[] amount = new long[n];
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < 4; c++) {
        columns[c][r] = rows.get(r)[c];
      }
      quantity[r] = rows.get(r)[4];
      amount[r] = (long) (quantity[r] * PRICE * 100);
    }
    return new PlantedShop(
        panel.build(),
        new PurchaseLog(
            keys, skus, columns[0], columns[1], columns[2], columns[3], quantity, amount));
  }

  static double season(LocalDate week, double amplitude) {
    return 1 + amplitude * Math.cos(2 * Math.PI * (week.getDayOfYear() - 320) / 365.0);
  }
}
