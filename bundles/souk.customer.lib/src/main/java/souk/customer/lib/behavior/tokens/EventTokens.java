package souk.customer.lib.behavior.tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How events become tokens: each step is told by product, price step, gap since the order before,
 * size of the order, and channel. Rare products are folded into one token; steps of price, gap and
 * size are quantiles of the training part. Silence is an event too: when a customer has not bought
 * for 7, 14, 28, 56, 112 and 224 days, a token says so. What has not happened for how long is thus
 * a part of the sequence, and who learns the next token learns when the next purchase comes.
 *
 * <p>Nothing after the last day enters, neither what is fitted nor what is told. Immutable.
 */
public final class EventTokens {
  /** Fields of a step, in order. */
  public static final List<String> FIELDS = List.of("product", "price", "gap", "size", "channel");

  /** Place of a field. */
  public static final int PRODUCT = 0;

  public static final int PRICE = 1;
  public static final int GAP = 2;
  public static final int SIZE = 3;
  public static final int CHANNEL = 4;

  /** Tokens of the field product that are no product. */
  public static final int SILENCE = 0;

  public static final int RARE = 1;
  public static final int RETURN = 2;
  private static final int FIRST_PRODUCT = 3;

  /** Tokens of the field gap before its steps: a line of the same order, and the first order. */
  public static final int SAME_ORDER = 0;

  private static final int FIRST_ORDER = 1;
  private static final int FIRST_GAP = 2;

  private static final int[] SILENCES = {7, 14, 28, 56, 112, 224};

  private final Form form;
  private final int[] tokenOfProduct;
  private final int[] productOfToken;
  private final int channels;
  private final Steps prices;
  private final Steps gaps;
  private final Steps sizes;

  private EventTokens(
      Form form,
      int[] tokenOfProduct,
      int[] productOfToken,
      int channels,
      Steps prices,
      Steps gaps,
      Steps sizes) {
    this.form = form;
    this.tokenOfProduct = tokenOfProduct;
    this.productOfToken = productOfToken;
    this.channels = channels;
    this.prices = prices;
    this.gaps = gaps;
    this.sizes = sizes;
  }

  /**
   * How much is told.
   *
   * @param products most products with a token of their own
   * @param steps most steps of price, gap and size
   * @param linesPerOrder most lines of an order that are told, those of the largest amounts
   * @param context most steps of a sequence; of longer ones the last are told
   */
  public record Form(int products, int steps, int linesPerOrder, int context) {
    public Form {
      if (products < 1 || steps < 2 || linesPerOrder < 1 || context < 2) {
        throw new IllegalArgumentException(
            "Tokens need at least 1 product, 2 steps, 1 line of an order and 2 steps of context, but got %d, %d, %d and %d."
                .formatted(products, steps, linesPerOrder, context));
      }
    }
  }

  /** Takes vocabulary and steps from what is known at the end of a day. */
  public static EventTokens fit(EventHistory history, int lastDay, Form form) {
    long[] often = new long[history.products()];
    List<Double> prices = new ArrayList<>();
    List<Double> gaps = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    for (int c = 0; c < history.customers(); c++) {
      int end = history.until(c, lastDay);
      int before = Integer.MIN_VALUE;
      for (int line = history.first(c); line < end; ) {
        int next = history.endOfOrder(line, end);
        if (before != Integer.MIN_VALUE) {
          gaps.add((double) history.day(line) - before);
        }
        before = history.day(line);
        sizes.add(size(history, line, next));
        for (; line < next; line++) {
          if (!history.returned(line)) {
            often[history.product(line)]++;
            prices.add(history.unitPrice(line));
          }
        }
      }
    }
    int[] kept =
        IntStream.range(0, often.length)
            .filter(p -> often[p] > 0)
            .boxed()
            .sorted(Comparator.comparingLong((Integer p) -> -often[p]).thenComparingInt(p -> p))
            .limit(form.products)
            .mapToInt(p -> p)
            .toArray();
    int[] tokens = new int[history.products()];
    Arrays.fill(tokens, RARE);
    for (int k = 0; k < kept.length; k++) {
      tokens[kept[k]] = FIRST_PRODUCT + k;
    }
    return new EventTokens(
        form,
        tokens,
        kept,
        Math.max(1, history.channels()),
        steps(prices, form),
        steps(gaps, form),
        steps(sizes, form));
  }

  private static Steps steps(List<Double> figures, Form form) {
    return Steps.of(figures.stream().mapToDouble(f -> f).toArray(), form.steps);
  }

  private static double size(EventHistory history, int line, int end) {
    double sum = 0;
    for (int l = line; l < end; l++) {
      sum += history.spend(l);
    }
    return sum;
  }

  /** Number of tokens of each field. */
  public int[] vocabulary() {
    return new int[] {
      FIRST_PRODUCT + productOfToken.length,
      1 + prices.count(),
      FIRST_GAP + gaps.count() + SILENCES.length,
      1 + sizes.count(),
      1 + channels
    };
  }

  /** The product of a token of the field product, or −1 if it is none of its own. */
  public int product(int token) {
    return token < FIRST_PRODUCT ? -1 : productOfToken[token - FIRST_PRODUCT];
  }

  /**
   * Days from the end of a step until silence is the next token if nothing is bought. After the
   * last silence none follows; the days that went by until then stand for it.
   *
   * @param step as told
   */
  public int daysToSilence(int[] step) {
    int silence = step[PRODUCT] == SILENCE ? step[GAP] - FIRST_GAP - gaps.count() : -1;
    int begin = silence < 0 ? 0 : SILENCES[silence];
    return silence + 1 < SILENCES.length ? SILENCES[silence + 1] - begin : begin;
  }

  /**
   * The last steps of a customer as known at the end of a day: steps × fields; empty without an
   * event.
   */
  public int[][] of(EventHistory history, int customer, int lastDay) {
    List<int[]> all = all(history, customer, lastDay);
    return all.subList(Math.max(0, all.size() - form.context), all.size()).toArray(int[][]::new);
  }

  /**
   * Everything of a customer until the end of a day in pieces of at most the context, ≥ 2 steps.
   */
  public List<int[][]> pieces(EventHistory history, int customer, int lastDay) {
    List<int[]> all = all(history, customer, lastDay);
    List<int[][]> pieces = new ArrayList<>();
    for (int end = all.size(); end >= 2; end -= form.context) {
      pieces.add(all.subList(Math.max(0, end - form.context), end).toArray(int[][]::new));
    }
    return pieces;
  }

  private List<int[]> all(EventHistory history, int customer, int lastDay) {
    List<int[]> told = new ArrayList<>();
    int end = history.until(customer, lastDay);
    int before = Integer.MIN_VALUE;
    int channel = 0;
    for (int line = history.first(customer); line < end; ) {
      int next = history.endOfOrder(line, end);
      int day = history.day(line);
      int gap = FIRST_ORDER;
      if (before != Integer.MIN_VALUE) {
        silences(told, day - 1 - before, channel);
        gap = FIRST_GAP + gaps.step((double) day - before);
      }
      before = day;
      channel = 1 + history.channel(line);
      int size = 1 + sizes.step(size(history, line, next));
      for (int l : largest(history, line, next)) {
        boolean returned = history.returned(l);
        told.add(
            new int[] {
              returned ? RETURN : tokenOfProduct[history.product(l)],
              1 + prices.step(history.unitPrice(l)),
              gap,
              size,
              channel
            });
        gap = SAME_ORDER;
      }
      line = next;
    }
    if (before != Integer.MIN_VALUE) {
      silences(told, lastDay - before, channel);
    }
    return told;
  }

  /** A token for each span that went by without a purchase. */
  private void silences(List<int[]> told, int days, int channel) {
    for (int s = 0; s < SILENCES.length && SILENCES[s] <= days; s++) {
      told.add(new int[] {SILENCE, 0, FIRST_GAP + gaps.count() + s, 0, channel});
    }
  }

  /** Lines of the largest amounts, largest first; equal ones as they stand. */
  private int[] largest(EventHistory history, int line, int end) {
    return IntStream.range(line, end)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer l) -> -Math.abs(history.spend(l))))
        .limit(form.linesPerOrder)
        .mapToInt(l -> l)
        .toArray();
  }
}
