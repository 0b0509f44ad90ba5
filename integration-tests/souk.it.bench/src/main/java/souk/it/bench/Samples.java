package souk.it.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures one after the other, in small pieces: a till must not copy megabytes, nor make its
 * collector work, while it measures.
 */
final class Samples {
  private static final int PIECE = 1 << 12;

  private final List<long[]> full = new ArrayList<>();
  private long[] piece = new long[PIECE];
  private int used;

  void add(long value) {
    if (used == PIECE) {
      full.add(piece);
      piece = new long[PIECE];
      used = 0;
    }
    piece[used++] = value;
  }

  long[] all() {
    long[] all = new long[full.size() * PIECE + used];
    int at = 0;
    for (long[] one : full) {
      System.arraycopy(one, 0, all, at, PIECE);
      at += PIECE;
    }
    System.arraycopy(piece, 0, all, at, used);
    return all;
  }
}
