package souk.customer.lib.segmentation;

import souk.customer.lib.rfm.RfmScores;
import souk.customer.lib.rfm.RfmTable;
import souk.customer.lib.stability.Stability;
import souk.customer.lib.value.LogRfm;

/**
 * A way to put customers into groups that can be repeated on any of them. Rows hold recency in
 * days, number of purchases and spend, as {@link #rows} makes them.
 */
public interface Grouping extends Stability.Clustering {
  /** Kebab case. */
  String id();

  /** One row per customer of a table, as groupings want them. */
  static double[][] rows(RfmTable table) {
    double[][] rows = new double[table.size()][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] =
          new double[] {table.recencyDays(r), table.frequency(r), (double) table.spendMinor(r)};
    }
    return rows;
  }

  /** The table behind such rows. */
  static RfmTable table(double[][] rows) {
    int[] recency = new int[rows.length];
    int[] frequency = new int[rows.length];
    long[] spend = new long[rows.length];
    for (int r = 0; r < rows.length; r++) {
      recency[r] = (int) rows[r][0];
      frequency[r] = (int) rows[r][1];
      spend[r] = (long) rows[r][2];
    }
    return RfmTable.of(0, recency, frequency, spend);
  }

  /** Logarithms in standard deviations. */
  static double[][] standardised(double[][] rows) {
    return LogRfm.standardised(table(rows));
  }

  /** The ten classes of the RFM grid, numbered as {@link souk.customer.lib.rfm.RfmClass} is. */
  static Grouping rfm() {
    return new Grouping() {
      @Override
      public String id() {
        return "rfm";
      }

      @Override
      public int[] cluster(double[][] rows, long seed) {
        RfmScores scores = RfmScores.of(table(rows));
        int[] group = new int[rows.length];
        for (int r = 0; r < group.length; r++) {
          group[r] = scores.rfmClass(r).ordinal();
        }
        return group;
      }
    };
  }

  /** K-means on logarithms. */
  static Grouping kMeans(int groups) {
    return new Grouping() {
      @Override
      public String id() {
        return "k-means-" + groups;
      }

      @Override
      public int[] cluster(double[][] rows, long seed) {
        return KMeans.of(standardised(rows), groups, seed).assignment();
      }
    };
  }

  /** Mixture of normal distributions of the logarithms. */
  static Grouping mixture(int groups) {
    return new Grouping() {
      @Override
      public String id() {
        return "mixture-" + groups;
      }

      @Override
      public int[] cluster(double[][] rows, long seed) {
        double[][] z = standardised(rows);
        return GaussianMixture.of(z, groups, seed).assignment(z);
      }
    };
  }

  /** By spend: the highest fifth, the next three tenths, the lowest half. */
  static Grouping spendClasses() {
    return new Grouping() {
      @Override
      public String id() {
        return "spend-classes";
      }

      @Override
      public int[] cluster(double[][] rows, long seed) {
        return ValueClasses.of(java.util.Arrays.stream(rows).mapToDouble(r -> r[2]).toArray());
      }
    };
  }
}
