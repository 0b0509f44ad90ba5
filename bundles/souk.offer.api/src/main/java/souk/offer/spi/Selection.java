package souk.offer.spi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which candidates apply, and how sure the policy is that nothing better exists. Immutable: arrays
 * are copied.
 */
public final class Selection {
  private final int[] chosen;
  private final boolean optimal;
  private final long boundMinor;

  private Selection(int[] chosen, boolean optimal, long boundMinor) {
    this.chosen = chosen.clone();
    this.optimal = optimal;
    this.boundMinor = boundMinor;
  }

  /** A choice that keeps the policy's promise in full. */
  public static Selection of(int... chosen) {
    return new Selection(chosen, true, 0);
  }

  /**
   * The best choice found before the search limit was reached.
   *
   * @param boundMinor no choice can take off more than this, in minor units
   */
  public static Selection bestFound(int[] chosen, long boundMinor) {
    return new Selection(chosen, false, boundMinor);
  }

  /** Positions of the chosen candidates, in order of application. */
  public int[] chosen() {
    return chosen.clone();
  }

  /** False if the search ended early. */
  public boolean optimal() {
    return optimal;
  }

  /** Greatest total discount any choice could have, in minor units; only if not optimal. */
  public long boundMinor() {
    return boundMinor;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Selection that
        && optimal == that.optimal
        && boundMinor == that.boundMinor
        && Arrays.equals(chosen, that.chosen);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(chosen) + Long.hashCode(boundMinor);
  }

  @Override
  public String toString() {
    return "Selection" + Arrays.toString(chosen) + (optimal ? "" : " best found");
  }
}
