package souk.offer.lib.compiled;

/** A set of slots in order of application, and how sure it is. Reused. */
final class Choice {
  int[] slots = new int[16];
  int count;

  /** By slot: true if it is chosen. */
  boolean[] chosen = new boolean[16];

  boolean optimal;
  long bound;

  void clear(Candidates candidates) {
    if (slots.length < candidates.count) {
      slots = new int[candidates.offer.length];
      chosen = new boolean[candidates.offer.length];
    }
    count = 0;
    optimal = true;
    bound = 0;
  }

  /** Holds slots that were chosen already. */
  void set(int[] taken, int size) {
    if (slots.length < size) {
      slots = new int[taken.length];
    }
    for (int i = 0; i < size; i++) {
      slots[i] = taken[i];
    }
    count = size;
    optimal = true;
    bound = 0;
  }

  /** Takes the slots that are marked, in order of application. */
  void take(Candidates candidates, boolean[] marked) {
    for (int slot = 0; slot < candidates.count; slot++) {
      chosen[slot] = marked[slot];
      if (marked[slot]) {
        slots[count++] = slot;
      }
    }
  }
}
