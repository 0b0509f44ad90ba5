package souk.it.peers;

import java.util.Arrays;

/**
 * What the rules found for one cart: per promotion, in order of priority, the lines it is about.
 */
public final class Hits {
  private final int[] lines;
  private final long[] found;

  public Hits(int promotions) {
    this.lines = new int[promotions];
    this.found = new long[(promotions + 63) / 64];
  }

  /** Called by rules: the promotion is about this line too. */
  public void line(int promotion, int position) {
    lines(promotion, 1 << position);
  }

  /** Called by rules: the promotion is about these lines too. */
  public void lines(int promotion, int bits) {
    lines[promotion] |= bits;
    found[promotion >> 6] |= 1L << promotion;
  }

  void clear() {
    Arrays.fill(found, 0);
    Arrays.fill(lines, 0);
  }

  /** The next promotion that was found, or −1. */
  int next(int from) {
    for (int promotion = from; promotion < lines.length; ) {
      long word = found[promotion >> 6] >>> promotion;
      if (word != 0) {
        return promotion + Long.numberOfTrailingZeros(word);
      }
      promotion = (promotion | 63) + 1;
    }
    return -1;
  }

  int linesOf(int promotion) {
    return lines[promotion];
  }
}
