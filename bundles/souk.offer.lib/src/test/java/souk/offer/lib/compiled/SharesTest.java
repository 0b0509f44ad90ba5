package souk.offer.lib.compiled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares of totals whose products fit in a long, and of larger ones, are the exact ones. */
class SharesTest {
  private static final int REPEATS = 40_000;

  @Test
  void sharesAreExactWhateverTheSizeOfTheTotal() {
    SplittableRandom random = new SplittableRandom(671);
    Shares shares = new Shares();
    int small = 0;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      int lines = random.nextInt(20) == 0 ? random.nextInt(60, 70) : random.nextInt(1, 12);
      long most = 1L << random.nextInt(1, 50);
      boolean equal = random.nextInt(4) == 0;
      long[] weights = new long[lines];
      for (int i = 0; i < lines; i++) {
        weights[i] = equal && i > 0 ? weights[0] : random.nextLong(0, most);
      }
      long sum = Arrays.stream(weights).sum();
      long total = sum == 0 ? 0 : random.nextLong(0, sum + 1);
      if (total > 0) {
        CartState cart = new CartState();
        cart.lines = lines;
        cart.words = (lines + 63) >>> 6;
        cart.gross = weights;
        long[] out = weights.clone();
        shares.ofWeights(cart, total, sum, out, 0);
        assertArrayEquals(
            exact(total, weights), out, () -> total + " over " + Arrays.toString(weights));
        small += sum <= Integer.MAX_VALUE ? 1 : 0;
      }
    }
    assertTrue(small > REPEATS / 4 && small < REPEATS * 3 / 4, small + " small ones");
  }

  /** Hamilton's method, in the words of its definition. */
  private static long[] exact(long total, long[] weights) {
    BigInteger sum = BigInteger.valueOf(Arrays.stream(weights).sum());
    BigInteger[] remainders = new BigInteger[weights.length];
    long[] shares = new long[weights.length];
    long left = total;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] parts =
          BigInteger.valueOf(total)
              .multiply(BigInteger.valueOf(weights[i]))
              .divideAndRemainder(sum);
      shares[i] = parts[0].longValueExact();
      remainders[i] = parts[1];
      left -= shares[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(left)
        .forEach(i -> shares[i]++);
    return shares;
  }
}
