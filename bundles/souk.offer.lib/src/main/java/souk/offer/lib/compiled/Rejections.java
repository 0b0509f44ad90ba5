package souk.offer.lib.compiled;

import java.util.Arrays;

/** Offers that were looked at and are no candidates, with the reason as a number. */
final class Rejections {
  /** The effect finds nothing to do. */
  static final int NOTHING = -1;

  static final int PAUSED = -2;

  /** Another choice was better, or the policy left it out. */
  static final int NOT_CHOSEN = -3;

  /** Its lines are at their floors. */
  static final int AT_FLOOR = -4;

  /** Chosen, but what earlier offers left is too little; the condition is kept apart. */
  static final int LEFT_TOO_LITTLE = -5;

  /** Not chosen, or it takes nothing off; worked out when somebody asks. */
  static final int LATER = -6;

  /** Minus an answer of {@link Uses}: 1001 and more. */
  static final int LIMIT = 1000;

  int count;

  /** True if a reason is {@link #LATER}, or offers of a {@link RowMarks} are not in the list. */
  boolean later;

  int[] offer = new int[32];

  /** Position of the condition that failed, or one of the numbers above. */
  int[] why = new int[32];

  void clear() {
    count = 0;
    later = false;
  }

  /** Adds the offers of a row. */
  void addAll(long[] row, int reason) {
    for (int w = 0; w < row.length; w++) {
      for (long bits = row[w]; bits != 0; bits &= bits - 1) {
        add((w << 6) + Long.numberOfTrailingZeros(bits), reason);
      }
    }
  }

  /** Makes room for some more. */
  void grow(int more) {
    if (count + more >= offer.length) {
      offer = Arrays.copyOf(offer, 2 * (count + more));
      why = Arrays.copyOf(why, 2 * (count + more));
    }
  }

  void add(int number, int reason) {
    grow(1);
    later |= reason == LATER;
    offer[count] = number;
    why[count++] = reason;
  }
}
