package souk.offer.engine;

import souk.offer.lib.Combination;
import souk.offer.spi.Candidate;
import souk.offer.spi.SelectionProblem;

/** Brings selection problems into the form of the library. */
final class Combinations {
  private Combinations() {}

  static Combination of(SelectionProblem problem) {
    long[] caps = new long[problem.grossMinor().length];
    for (int line = 0; line < caps.length; line++) {
      caps[line] = problem.grossMinor()[line] - problem.floorMinor()[line];
    }
    Combination.Builder offers = Combination.builder(caps);
    for (Candidate candidate : problem.candidates()) {
      offers.offer(
          candidate.priority(),
          candidate.stackingGroup(),
          candidate.exclusive(),
          candidate.discountsMinor());
    }
    return offers.build();
  }
}
