package souk.it.harness;

import java.util.List;

/**
 * One way in which a pricing strategy of the bad bundle goes wrong.
 *
 * @param strategy its id
 * @param reason part of the reason that the platform must give
 * @param comesBack false if each call costs a thread that never returns
 * @param mayKill true if the process may end of it: memory is at its end for everybody
 */
public record BadKind(String strategy, String reason, boolean comesBack, boolean mayKill) {
  private static final String LATE = "did not answer within";

  public static List<BadKind> all() {
    return List.of(
        new BadKind("bad-throws", "LinkageError: thrown on purpose", true, false),
        new BadKind("bad-overflows", "StackOverflowError", true, false),
        new BadKind("bad-allocates", "OutOfMemoryError", true, false),
        new BadKind("bad-negative", "lies outside (0,", true, false),
        new BadKind("bad-huge", "price 1000000000000000000", true, false),
        new BadKind("bad-length", "prices for", true, false),
        new BadKind("bad-spawns", LATE, true, false),
        new BadKind("bad-blocks", LATE, false, false),
        new BadKind("bad-loops", LATE, false, false),
        new BadKind("bad-hoards", "", true, true));
  }

  /** True if this is the kind's reason; on a busy machine any call may also have been late. */
  public boolean explains(String told) {
    return told.contains(reason) || told.contains(LATE);
  }
}
