package souk.offer.lib.compiled;

/**
 * The branch that a search looks at, and the best one so far: greatest sum, then fewest offers,
 * then those whose ids come first. Candidates are named by their place in the search. Reused; for
 * one thread.
 */
final class Incumbent {
  /** What the best branch takes off. */
  long total;

  /** Candidates of the best branch. */
  int count;

  /** Candidates of the branch that is looked at. */
  int depth;

  private int[] stack = new int[16];
  private int[] found = new int[16];
  private int[] ranks = new int[16];

  /** Begins a search among so many candidates. */
  void open(int size) {
    total = 0;
    count = 0;
    depth = 0;
    if (stack.length < size) {
      stack = new int[2 * size];
      found = new int[2 * size];
      ranks = new int[2 * size];
    }
  }

  /** Tells a candidate's place among all ids in alphabetical order. */
  void rank(int place, int rank) {
    ranks[place] = rank;
  }

  void push(int place) {
    stack[depth++] = place;
  }

  void pop() {
    depth--;
  }

  /** True if a branch below this one that takes off so much cannot become the best. */
  boolean hopeless(long most) {
    return most < total || (most == total && depth >= count && total > 0);
  }

  /** The branch takes off so much: keeps it if it is the best. */
  void consider(long sum) {
    if (sum < total || sum == 0) {
      return;
    }
    if (sum == total && (depth > count || (depth == count && !earlier()))) {
      return;
    }
    total = sum;
    count = depth;
    System.arraycopy(stack, 0, found, 0, depth);
  }

  /** A candidate of the best branch. */
  int found(int i) {
    return found[i];
  }

  /** True if the ids of the branch come before those of the best one. */
  private boolean earlier() {
    int least = Integer.MAX_VALUE;
    boolean mine = false;
    for (int i = 0; i < depth; i++) {
      if (ranks[stack[i]] < least && !contains(found, stack[i])) {
        least = ranks[stack[i]];
        mine = true;
      }
      if (ranks[found[i]] < least && !contains(stack, found[i])) {
        least = ranks[found[i]];
        mine = false;
      }
    }
    return mine;
  }

  private boolean contains(int[] branch, int place) {
    for (int i = 0; i < depth; i++) {
      if (branch[i] == place) {
        return true;
      }
    }
    return false;
  }
}
