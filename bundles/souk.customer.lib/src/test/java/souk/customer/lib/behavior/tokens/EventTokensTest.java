package souk.customer.lib.behavior.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.customer.lib.behavior.BehaviorFeatures;
import souk.customer.lib.behavior.tokens.EventHistory.Columns;
import souk.customer.lib.behavior.tokens.EventTokens.Form;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;

class EventTokensTest {
  private static final int TODAY = 200;
  private static final Form FORM = new Form(20, 4, 2, 12);

  /** Lines of days 0 to 399; what comes after today can be another shop altogether. */
  private static EventHistory shop(int customers, long seedOfFuture) {
    SplittableRandom past = new SplittableRandom(3);
    SplittableRandom future = new SplittableRandom(seedOfFuture);
    int lines = customers * 12;
    int[][] columns = new int[5][lines];
    double[] quantity = new double[lines];
    double[] amount = new double[lines];
    for (int i = 0; i < lines; i++) {
      SplittableRandom random = i % 2 == 0 ? past : future;
      columns[0][i] = random.nextInt(customers);
      columns[1][i] = i % 2 == 0 ? random.nextInt(TODAY + 1) : TODAY + 1 + random.nextInt(199);
      columns[2][i] = random.nextInt(3);
      columns[3][i] = Math.min(random.nextInt(60), random.nextInt(60));
      columns[4][i] = random.nextInt(2);
      quantity[i] = random.nextInt(20) == 0 ? -1 : 1 + random.nextInt(5);
      amount[i] = quantity[i] * (1 + random.nextInt(50) * (i % 2 == 0 ? 1 : 100));
    }
    return EventHistory.of(
        customers,
        60,
        2,
        new Columns(columns[0], columns[1], columns[2], columns[3], columns[4], quantity, amount));
  }

  private static EventHistory lines(int[][] lines, int customers, int products) {
    int[][] columns = new int[4][lines.length];
    double[] ones = new double[lines.length];
    Arrays.fill(ones, 1);
    for (int i = 0; i < lines.length; i++) {
      for (int c = 0; c < 3; c++) {
        columns[c][i] = lines[i][c];
      }
      columns[3][i] = lines[i][3];
    }
    return EventHistory.of(
        customers,
        products,
        1,
        new Columns(
            columns[0], columns[1], columns[2], columns[3], new int[lines.length], ones, ones));
  }

  @Test
  void nothingOfTheFutureIsFittedOrTold() {
    EventHistory one = shop(2_000, 5);
    EventHistory other = shop(2_000, 6);
    EventTokens first = EventTokens.fit(one, TODAY, FORM);
    EventTokens second = EventTokens.fit(other, TODAY, FORM);
    assertArrayEquals(first.vocabulary(), second.vocabulary());
    int told = 0;
    for (int c = 0; c < one.customers(); c++) {
      int[][] steps = first.of(one, c, TODAY);
      assertArrayEquals(steps, second.of(other, c, TODAY), "customer " + c);
      List<int[][]> pieces = first.pieces(one, c, TODAY);
      assertArrayEquals(
          pieces.toArray(int[][][]::new), second.pieces(other, c, TODAY).toArray(int[][][]::new));
      told += steps.length;
    }
    assertTrue(told > 10_000, told + " steps");
  }

  @Test
  void tokensLieInTheirVocabularyAndSequencesInTheContext() {
    EventHistory shop = shop(500, 5);
    EventTokens tokens = EventTokens.fit(shop, TODAY, FORM);
    int[] vocabulary = tokens.vocabulary();
    assertEquals(EventTokens.FIELDS.size(), vocabulary.length);
    assertEquals(23, vocabulary[EventTokens.PRODUCT]);
    boolean[] seen = new boolean[vocabulary[EventTokens.PRODUCT]];
    for (int day : new int[] {TODAY, 399}) {
      for (int c = 0; c < shop.customers(); c++) {
        int[][] steps = tokens.of(shop, c, day);
        assertTrue(steps.length <= FORM.context());
        for (int[] step : steps) {
          for (int f = 0; f < step.length; f++) {
            assertTrue(step[f] >= 0 && step[f] < vocabulary[f], Arrays.toString(step));
          }
          seen[step[EventTokens.PRODUCT]] = true;
        }
      }
    }
    assertTrue(IntStream.range(0, seen.length).allMatch(t -> seen[t]), Arrays.toString(seen));
  }

  @Test
  void stepsAreToldByHand() {
    // Product 0 on day 0 and 10 with product 1; product 2 is too rare for a token of its own.
    EventHistory history =
        lines(
            new int[][] {{0, 0, 1, 0}, {0, 10, 2, 0}, {0, 10, 2, 1}, {1, 5, 3, 1}, {1, 5, 3, 2}},
            2,
            3);
    EventTokens tokens = EventTokens.fit(history, 40, new Form(2, 2, 3, 12));
    int[] products =
        Arrays.stream(tokens.of(history, 0, 40)).mapToInt(s -> s[EventTokens.PRODUCT]).toArray();
    assertArrayEquals(
        new int[] {
          3,
          EventTokens.SILENCE,
          3,
          4,
          EventTokens.SILENCE,
          EventTokens.SILENCE,
          EventTokens.SILENCE
        },
        products);
    int[][] steps = tokens.of(history, 0, 40);
    assertEquals(7, tokens.daysToSilence(steps[0]));
    assertEquals(7, tokens.daysToSilence(steps[1]));
    assertEquals(28, tokens.daysToSilence(steps[6]));
    int[][] silent = tokens.of(history, 0, 400);
    assertEquals(224, tokens.daysToSilence(silent[silent.length - 1]));
    int[][] other = tokens.of(history, 1, 11);
    assertArrayEquals(
        new int[] {4, EventTokens.RARE},
        Arrays.stream(other).mapToInt(s -> s[EventTokens.PRODUCT]).toArray());
    assertEquals(EventTokens.SAME_ORDER, other[1][EventTokens.GAP]);
    assertEquals(0, tokens.product(3));
    assertEquals(1, tokens.product(4));
    assertEquals(-1, tokens.product(EventTokens.RARE));
    assertEquals(0, tokens.of(history, 1, 4).length);
  }

  @Test
  void longHistoriesComeInPiecesThatLoseNothing() {
    EventHistory history =
        lines(
            IntStream.range(0, 30).mapToObj(i -> new int[] {0, i, i, i % 3}).toArray(int[][]::new),
            1,
            3);
    EventTokens tokens = EventTokens.fit(history, 29, FORM);
    List<int[][]> pieces = tokens.pieces(history, 0, 29);
    assertEquals(30, pieces.stream().mapToInt(p -> p.length).sum());
    assertArrayEquals(tokens.of(history, 0, 29), pieces.get(0));
  }

  /**
   * Those who bought product 0 and then 1 come back, those who bought 1 and then 0 do not. Figures
   * of recency, frequency and spend are alike; the tokens in their order are not.
   */
  @Test
  void whatOnlyTheOrderRevealsIsInTheTokensAlone() {
    SplittableRandom random = new SplittableRandom(8);
    int customers = 600;
    int[][] lines = new int[2 * customers][];
    boolean[] returns = new boolean[customers];
    for (int c = 0; c < customers; c++) {
      returns[c] = c % 2 == 0;
      // Both kinds in pairs on the same days.
      int day = c % 2 == 0 ? random.nextInt(50) : lines[2 * c - 2][1];
      int later = c % 2 == 0 ? day + 10 + random.nextInt(50) : lines[2 * c - 1][1];
      lines[2 * c] = new int[] {c, day, 2 * c, returns[c] ? 0 : 1};
      lines[2 * c + 1] = new int[] {c, later, 2 * c + 1, returns[c] ? 1 : 0};
    }
    EventHistory history = lines(lines, customers, 2);
    EventTokens tokens = EventTokens.fit(history, 120, FORM);
    PurchaseDays days =
        PurchaseDays.of(
            customers,
            Arrays.stream(lines).mapToInt(l -> l[0]).toArray(),
            Arrays.stream(lines).mapToInt(l -> l[1]).toArray(),
            IntStream.range(0, lines.length).mapToDouble(l -> 1).toArray());
    double[][] figures = BehaviorFeatures.of(days, Histories.at(days, 120));
    for (int c = 0; c < customers; c += 2) {
      assertArrayEquals(figures[c], figures[c + 1], "figures of a pair");
    }
    for (int c = 0; c < customers; c++) {
      int[] bought =
          Arrays.stream(tokens.of(history, c, 120))
              .mapToInt(s -> tokens.product(s[EventTokens.PRODUCT]))
              .filter(p -> p >= 0)
              .toArray();
      assertArrayEquals(returns[c] ? new int[] {0, 1} : new int[] {1, 0}, bought);
    }
  }

  @Test
  void formsThatTellNothingAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Form(0, 8, 3, 48));
    assertThrows(IllegalArgumentException.class, () -> new Form(1, 8, 3, 1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Columns(
                new int[2],
                new int[2],
                new int[1],
                new int[2],
                new int[2],
                new double[2],
                new double[2]));
  }
}
