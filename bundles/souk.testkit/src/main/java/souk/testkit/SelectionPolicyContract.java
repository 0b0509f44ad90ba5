package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.offer.spi.Candidate;
import souk.offer.spi.SelectionPolicy;
import souk.offer.spi.SelectionProblem;

/** What every {@link SelectionPolicy} must keep. Extend it and give the strategy. */
public abstract class SelectionPolicyContract {
  /** The strategy under test; may be a new one each time. */
  protected abstract SelectionPolicy subject();

  @Test
  protected void choosesOnlyWhatMayStandTogether() {
    SplittableRandom random = new SplittableRandom(41);
    for (int n = 0; n < 500; n++) {
      SelectionProblem problem = randomProblem(random);
      int[] chosen = subject().select(problem).chosen();
      for (int i = 0; i < chosen.length; i++) {
        assertTrue(chosen[i] >= 0 && chosen[i] < problem.candidates().size(), "in range");
        for (int j = 0; j < i; j++) {
          assertTrue(chosen[i] != chosen[j], "each at most once");
          assertFalse(
              clash(problem.candidates().get(chosen[i]), problem.candidates().get(chosen[j])));
        }
      }
    }
  }

  /** Every third candidate depends on what the others leave. */
  @Test
  protected void offersOnNetAmountsStandTogetherTooAndTheAnswerIsRepeatable() {
    SplittableRandom random = new SplittableRandom(44);
    for (int n = 0; n < 200; n++) {
      PlainChoices choices = new PlainChoices(randomProblem(random));
      int[] chosen = subject().choose(choices).chosen();
      for (int i = 0; i < chosen.length; i++) {
        assertTrue(chosen[i] >= 0 && chosen[i] < choices.problem().candidates().size(), "in range");
        for (int j = 0; j < i; j++) {
          assertTrue(chosen[i] != chosen[j], "each at most once");
          assertFalse(choices.conflict(chosen[i], chosen[j]), "no conflict");
        }
      }
      assertArrayEquals(chosen, subject().choose(choices).chosen());
    }
  }

  @Test
  protected void noCandidatesIsAnEmptyChoice() {
    SelectionProblem problem = new SelectionProblem(List.of(), new long[] {100}, new long[] {60});
    assertEquals(0, subject().select(problem).chosen().length);
  }

  @Test
  protected void leavesItsInputAlone() {
    SelectionProblem problem = randomProblem(new SplittableRandom(42));
    long[] gross = problem.grossMinor().clone();
    long[] floor = problem.floorMinor().clone();
    List<long[]> discounts =
        problem.candidates().stream().map(c -> c.discountsMinor().clone()).toList();
    subject().select(problem);
    assertArrayEquals(gross, problem.grossMinor());
    assertArrayEquals(floor, problem.floorMinor());
    for (int i = 0; i < discounts.size(); i++) {
      assertArrayEquals(discounts.get(i), problem.candidates().get(i).discountsMinor());
    }
  }

  @Test
  protected void sameProblemSameAnswerFromEightThreads() {
    SelectionPolicy shared = subject();
    SelectionProblem problem = randomProblem(new SplittableRandom(43));
    int[] expected = shared.select(problem).chosen();
    IntStream.range(0, 8)
        .parallel()
        .mapToObj(i -> shared.select(problem).chosen())
        .toList()
        .forEach(answer -> assertArrayEquals(expected, answer));
  }

  private static boolean clash(Candidate a, Candidate b) {
    boolean overlap = false;
    for (int line = 0; line < a.discountsMinor().length; line++) {
      overlap |= a.discountsMinor()[line] > 0 && b.discountsMinor()[line] > 0;
    }
    return a.exclusive()
        || b.exclusive()
        || (overlap && a.stackingGroup().equals(b.stackingGroup()));
  }

  private static SelectionProblem randomProblem(SplittableRandom random) {
    int lines = random.nextInt(1, 6);
    long[] gross = random.longs(lines, 1, 5_000).toArray();
    long[] floor = Arrays.stream(gross).map(g -> random.nextLong(1, g + 1)).toArray();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < random.nextInt(0, 9); i++) {
      long[] discounts = new long[lines];
      Arrays.setAll(
          discounts, line -> random.nextBoolean() ? 0 : random.nextLong(0, gross[line] + 1));
      candidates.add(
          new Candidate(
              "O" + i,
              random.nextInt(4),
              "group-" + random.nextInt(3),
              random.nextInt(7) == 0,
              discounts));
    }
    return new SelectionProblem(candidates, gross, floor);
  }
}
