package souk.offer.lib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static final int LIMIT = 100_000;

  @Test
  void bestEqualsBruteForceIncludingTies() {
    Random random = new Random(4);
    for (int round = 0; round < 30_000; round++) {
      Combination offers = randomOffers(random);
      BestChoice.Answer answer = BestChoice.choose(offers, LIMIT);
      int[] expected = bruteForce(offers);
      int[] sorted = answer.chosen().clone();
      Arrays.sort(sorted);
      assertArrayEquals(expected, sorted, () -> "round with " + offers.size() + " offers");
      assertTrue(answer.optimal());
      assertEquals(offers.total(expected), answer.total());
      assertEquals(answer.total(), answer.bound());
    }
  }

  @Test
  void anotherOfferNeverMakesACartDearer() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      int lines = 1 + random.nextInt(4);
      long[] caps = random.longs(lines, 0, 50).toArray();
      Combination.Builder builder = Combination.builder(caps);
      long before = 0;
      for (int offer = 0; offer < 7; offer++) {
        addRandom(random, builder, lines);
        long after = BestChoice.choose(builder.build(), LIMIT).total();
        assertTrue(after >= before);
        before = after;
      }
    }
  }

  @Test
  void priorityTakesGreedilyAndAllowsOnlyWhatMayStandTogether() {
    Random random = new Random(6);
    for (int round = 0; round < 10_000; round++) {
      Combination offers = randomOffers(random);
      int[] chosen = PriorityChoice.choose(offers);
      assertTrue(offers.allows(chosen));
      for (int offer = 0; offer < offers.size(); offer++) {
        int candidate = offer;
        if (Arrays.stream(chosen).noneMatch(c -> c == candidate)) {
          assertTrue(Arrays.stream(chosen).anyMatch(c -> offers.conflict(c, candidate)));
        }
      }
      assertArrayEquals(chosen, offers.inOrder(chosen));
    }
  }

  @Test
  void sharesNeverExceedTheCapAndSumToTheTotal() {
    Random random = new Random(7);
    for (int round = 0; round < 10_000; round++) {
      Combination offers = randomOffers(random);
      int[] chosen = PriorityChoice.choose(offers);
      long[][] shares = offers.apply(chosen);
      long sum = 0;
      for (int line = 0; line < offers.lines(); line++) {
        long onLine = 0;
        for (int k = 0; k < chosen.length; k++) {
          assertTrue(shares[k][line] >= 0 && shares[k][line] <= offers.discount(chosen[k], line));
          onLine += shares[k][line];
        }
        assertTrue(onLine <= offers.cap(line));
        sum += onLine;
      }
      assertEquals(offers.total(chosen), sum);
    }
  }

  /** Two combinable offers of different groups must both apply, even if one alone is exclusive. */
  @Test
  void combinableOffersDoNotVanish() {
    Combination offers =
        Combination.builder(new long[] {100, 100})
            .offer(0, "a", false, new long[] {30, 0})
            .offer(0, "b", false, new long[] {10, 10})
            .offer(0, "c", true, new long[] {20, 20})
            .build();
    assertArrayEquals(new int[] {0, 1}, BestChoice.choose(offers, LIMIT).chosen());
  }

  /** The greatest single offer is not part of the best combination. */
  @Test
  void bestIsNotGreedy() {
    Combination offers =
        Combination.builder(new long[] {100, 100, 100})
            .offer(0, "a", false, new long[] {20, 20, 0})
            .offer(0, "a", false, new long[] {30, 0, 0})
            .offer(0, "a", false, new long[] {0, 30, 0})
            .build();
    assertArrayEquals(new int[] {1, 2}, BestChoice.choose(offers, LIMIT).chosen());
  }

  /** Twenty offers of the largest amount a line can have: sums must not overflow. */
  @Test
  void greatAmountsDoNotOverflow() {
    long most = 1_000_000_000_000_000_000L;
    Combination.Builder builder = Combination.builder(new long[] {most, most});
    for (int i = 0; i < 20; i++) {
      builder.offer(0, "g" + i % 4, false, new long[] {most, most});
    }
    Combination offers = builder.build();
    assertArrayEquals(new int[] {0}, BestChoice.choose(offers, LIMIT).chosen());
    assertEquals(2 * most, BestChoice.choose(offers, LIMIT).total());
  }

  @Test
  void saysWhenTheSearchEndedEarly() {
    Random random = new Random(8);
    Combination.Builder builder = Combination.builder(random.longs(12, 400, 500).toArray());
    for (int i = 0; i < 60; i++) {
      long[] discounts = new long[12];
      for (int k = 0; k < 4; k++) {
        discounts[random.nextInt(12)] = 1 + random.nextInt(200);
      }
      builder.offer(0, "g" + i % 5, false, discounts);
    }
    Combination offers = builder.build();
    BestChoice.Answer answer = BestChoice.choose(offers, 200);
    assertFalse(answer.optimal());
    assertTrue(answer.bound() >= answer.total());
    assertTrue(offers.allows(answer.chosen()));
    assertTrue(answer.bound() >= BestChoice.choose(offers, 200_000).total());
  }

  private static Combination randomOffers(Random random) {
    int lines = 1 + random.nextInt(4);
    long[] caps = random.longs(lines, 0, 40).toArray();
    Combination.Builder builder = Combination.builder(caps);
    int count = random.nextInt(8);
    for (int offer = 0; offer < count; offer++) {
      addRandom(random, builder, lines);
    }
    return builder.build();
  }

  private static void addRandom(Random random, Combination.Builder builder, int lines) {
    long[] discounts = new long[lines];
    Arrays.setAll(discounts, i -> random.nextBoolean() ? 0 : random.nextInt(25));
    builder.offer(random.nextInt(3), "g" + random.nextInt(3), random.nextInt(6) == 0, discounts);
  }

  private static int[] bruteForce(Combination offers) {
    int[] best = new int[0];
    long bestTotal = 0;
    for (int mask = 1; mask < 1 << offers.size(); mask++) {
      List<Integer> members = new ArrayList<>();
      for (int i = 0; i < offers.size(); i++) {
        if ((mask & 1 << i) != 0) {
          members.add(i);
        }
      }
      int[] chosen = members.stream().mapToInt(Integer::intValue).toArray();
      if (!offers.allows(chosen)) {
        continue;
      }
      long total = offers.total(chosen);
      boolean better =
          total > bestTotal
              || (total == bestTotal
                  && (chosen.length < best.length
                      || (chosen.length == best.length && Arrays.compare(chosen, best) < 0)));
      if (better) {
        best = chosen;
        bestTotal = total;
      }
    }
    return best;
  }
}
