package souk.customer.lib.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import souk.customer.lib.lifetime.PurchaseDays;

/**
 * The family that told best on earlier days, corrected forward in time; what comes after the last
 * day decides nothing.
 *
 * @param families all that were tried
 * @param chosen the one with the least log loss
 */
public record FamilyChoice(List<CalibratedFamily> families, CalibratedFamily chosen) {
  public FamilyChoice {
    families = List.copyOf(families);
  }

  /**
   * @param lastDay last day known
   * @param ahead days that are told
   * @param tried is told each family that was tried; may throw to end it
   */
  public static FamilyChoice of(
      PurchaseDays days,
      int lastDay,
      int ahead,
      List<PurchaseFamily> families,
      long seed,
      Consumer<PurchaseFamily> tried) {
    List<CalibratedFamily> all = new ArrayList<>();
    for (PurchaseFamily family : families) {
      all.add(CalibratedFamily.of(family, days, lastDay, ahead, seed));
      tried.accept(family);
    }
    CalibratedFamily best = all.get(0);
    for (CalibratedFamily one : all) {
      best = one.logLoss() < best.logLoss() ? one : best;
    }
    return new FamilyChoice(all, best);
  }
}
