package souk.evidence.lib.assign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import souk.evidence.lib.random.Streams;

/**
 * Randomises units in strata of similar size, so that chance cannot put all large units on one
 * side. Within a stratum the units with the lowest hashes of (seed, salt, unit) are held out: the
 * answer depends on nothing else, neither on the order of the units nor on the process. Pure.
 */
public final class StratifiedAssignment {
  /** Most strata; more would not reduce the variance noticeably. */
  public static final int MAX_STRATA = 10;

  /** Units of the smaller side that each stratum should have, so that its variance is known. */
  public static final int UNITS_PER_STRATUM_AND_SIDE = 4;

  private StratifiedAssignment() {}

  /**
   * Assigns units.
   *
   * @param sizeByUnit size of each unit, for example its revenue; only its rank matters
   * @param holdoutShare share of units held out, in (0, 1); met up to one unit over all
   * @param salt tells experiments with equal seeds apart
   * @throws IllegalArgumentException if fewer than two units would end up on one side
   */
  public static Assignment assign(
      Map<String, Double> sizeByUnit, double holdoutShare, long seed, String salt) {
    if (!(holdoutShare > 0 && holdoutShare < 1)) {
      throw new IllegalArgumentException(
          "The share held out must lie in (0, 1), but is %s.%nMaybe it was given in percent."
              .formatted(holdoutShare));
    }
    int units = sizeByUnit.size();
    long heldOut = Math.round(units * holdoutShare);
    if (units >= 4) {
      heldOut = Math.max(2, Math.min(units - 2, heldOut));
    }
    long smaller = Math.min(heldOut, units - heldOut);
    if (smaller < 2) {
      throw new IllegalArgumentException(
          "A hold-out needs at least 2 units on each side, but there are %d units in all.%nMaybe the plan changes too little to be measured."
              .formatted(units));
    }
    int strata = (int) Math.max(1, Math.min(MAX_STRATA, smaller / UNITS_PER_STRATUM_AND_SIDE));
    List<String> bySize = new ArrayList<>(sizeByUnit.keySet());
    bySize.sort(
        Comparator.comparingDouble((String unit) -> -Objects.requireNonNull(sizeByUnit.get(unit)))
            .thenComparing(Comparator.naturalOrder()));
    List<String> treatment = new ArrayList<>();
    List<String> control = new ArrayList<>();
    Map<String, Integer> stratumByUnit = new TreeMap<>();
    for (int s = 0; s < strata; s++) {
      int from = (int) ((long) units * s / strata);
      int until = (int) ((long) units * (s + 1) / strata);
      long out = heldOut * (s + 1) / strata - heldOut * s / strata;
      List<String> stratum = new ArrayList<>(bySize.subList(from, until));
      stratum.sort(
          Comparator.comparingLong((String unit) -> Streams.hash(seed, salt, unit))
              .thenComparing(Comparator.naturalOrder()));
      for (int i = 0; i < stratum.size(); i++) {
        (i < out ? control : treatment).add(stratum.get(i));
        stratumByUnit.put(stratum.get(i), s);
      }
    }
    treatment.sort(Comparator.naturalOrder());
    control.sort(Comparator.naturalOrder());
    return new Assignment(treatment, control, stratumByUnit);
  }
}
