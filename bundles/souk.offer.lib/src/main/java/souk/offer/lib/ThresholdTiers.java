package souk.offer.lib;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Money off once a total is reached, in tiers: the highest tier reached counts, alone. Immutable
 * and safe for use by many threads.
 */
public final class ThresholdTiers {
  private final List<Tier> tiers;

  /**
   * One tier.
   *
   * @param fromMinor total from which it applies, inclusive; greater than 0
   * @param offMinor what it takes off; greater than 0 and less than {@code fromMinor}
   */
  public record Tier(long fromMinor, long offMinor) {
    public Tier {
      if (offMinor <= 0 || fromMinor <= offMinor) {
        throw new IllegalArgumentException(
            "A tier must take off more than 0 and less than its threshold, but takes %d off from %d.%nMaybe the two were exchanged."
                .formatted(offMinor, fromMinor));
      }
    }
  }

  /**
   * @param tiers at least one; a higher threshold must take off more
   */
  public ThresholdTiers(List<Tier> tiers) {
    List<Tier> sorted = new ArrayList<>(tiers);
    sorted.sort(Comparator.comparingLong(Tier::fromMinor));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).fromMinor() == sorted.get(i - 1).fromMinor()
          || sorted.get(i).offMinor() <= sorted.get(i - 1).offMinor()) {
        throw new IllegalArgumentException(
            "A higher tier must take off more, but the tiers are %s.".formatted(sorted));
      }
    }
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("A threshold discount needs at least one tier.");
    }
    this.tiers = List.copyOf(sorted);
  }

  /** In order of their thresholds. */
  public List<Tier> tiers() {
    return tiers;
  }

  /** What a total earns; 0 below the first tier. */
  public long amountOff(long totalMinor) {
    long off = 0;
    for (Tier tier : tiers) {
      if (totalMinor >= tier.fromMinor()) {
        off = tier.offMinor();
      }
    }
    return off;
  }

  /** The next tier a total has not reached; empty above the last. */
  public Optional<Tier> next(long totalMinor) {
    return tiers.stream().filter(t -> totalMinor < t.fromMinor()).findFirst();
  }

  /**
   * Discount per line: {@link #amountOff} of the sum of the weights, spread by largest remainder.
   *
   * @param weights gross amount of each line that counts, 0 for the others
   */
  public long[] discounts(long[] weights) {
    long total = 0;
    for (long weight : weights) {
      total = Math.addExact(total, weight);
    }
    return Allocation.byLargestRemainder(amountOff(total), weights);
  }
}
