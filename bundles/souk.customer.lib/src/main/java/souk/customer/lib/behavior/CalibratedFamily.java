package souk.customer.lib.behavior;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.numeric.lib.calibrate.Calibrator;
import souk.numeric.lib.calibrate.CrossFit;
import souk.numeric.lib.metrics.Probabilities;

/**
 * A family whose probabilities are corrected by what came after earlier days. Which correction is
 * taken is judged forward in time. Immutable.
 */
public final class CalibratedFamily {
  private static final int BINS = 10;

  private final PurchaseFamily family;
  private final CrossFit.Kind kind;
  private final Calibrator calibrator;
  private final double[] bought;
  private final double[] told;
  private final double[] corrected;

  private CalibratedFamily(
      PurchaseFamily family,
      CrossFit.Kind kind,
      Calibrator calibrator,
      double[] bought,
      double[] told,
      double[] corrected) {
    this.family = family;
    this.kind = kind;
    this.calibrator = calibrator;
    this.bought = bought;
    this.told = told;
    this.corrected = corrected;
  }

  /** Learns the correction from days up to and with the last one. */
  public static CalibratedFamily of(
      PurchaseFamily family, PurchaseDays days, int lastDay, int ahead, long seed) {
    PastAnswers past = PastAnswers.of(family, days, lastDay, ahead, seed);
    double sum = Arrays.stream(past.bought()).sum();
    if (sum == 0 || sum == past.bought().length) {
      return new CalibratedFamily(
          family, CrossFit.Kind.NONE, score -> score, past.bought(), past.told(), past.told());
    }
    CrossFit cross = CrossFit.choose(past.bought(), past.told(), past.fold(), true);
    // The first day has none before it, so it was not corrected and proves nothing.
    int[] judged =
        IntStream.range(0, past.fold().length)
            .filter(i -> past.origins().length == 1 || past.fold()[i] > 0)
            .toArray();
    return new CalibratedFamily(
        family,
        cross.kind(),
        cross.kind().fit(past.bought(), past.told()),
        take(past.bought(), judged),
        take(past.told(), judged),
        take(cross.probabilities(), judged));
  }

  private static double[] take(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
  }

  public PurchaseFamily family() {
    return family;
  }

  /** How probabilities are corrected. */
  public CrossFit.Kind kind() {
    return kind;
  }

  /** The corrected probability. */
  public double correct(double probability) {
    return Math.max(0, Math.min(1, calibrator.probability(probability)));
  }

  /** Corrected probabilities of the customers known on a day. */
  public double[] buys(PurchaseDays days, Histories now, int ahead, long seed) {
    return Arrays.stream(family.buys(days, now, ahead, seed)).map(this::correct).toArray();
  }

  /** Customers of earlier days, each corrected by days before its own; may be none. */
  public int judged() {
    return bought.length;
  }

  /** Log loss of these; not a number if there are none. */
  public double logLoss() {
    return judged() == 0 ? Double.NaN : Probabilities.logLoss(bought, corrected);
  }

  /** 1 for those of them who bought. */
  public double[] bought() {
    return bought.clone();
  }

  /** What they were told to do before the correction. */
  public double[] told() {
    return told.clone();
  }

  /** What they were told to do after it. */
  public double[] corrected() {
    return corrected.clone();
  }

  /** Told beside happened after the correction, in ten bins of about equal population. */
  public List<Probabilities.Bin> reliability() {
    return judged() == 0 ? List.of() : Probabilities.table(bought, corrected, BINS);
  }
}
