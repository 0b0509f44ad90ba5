package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.model.Spec;
import souk.offer.spi.EffectKind;
import souk.offer.spi.OfferContext;

/** What every {@link EffectKind} must keep. Extend it; give the kind and a valid spec. */
public abstract class EffectKindContract {
  /** The kind under test; may be a new one each time. */
  protected abstract EffectKind subject();

  /** A spec without fault. */
  protected abstract Spec valid();

  @Test
  protected void aValidSpecHasNoFault() {
    assertEquals(List.of(), subject().validate(valid()));
  }

  @Test
  protected void anUnknownParameterIsAFaultWithWords() {
    assertFalse(subject().validate(ConditionKindContract.misspelt(valid())).isEmpty());
  }

  @Test
  protected void discountsStayBetweenZeroAndTheLine() {
    SplittableRandom random = new SplittableRandom(51);
    for (int n = 0; n < 500; n++) {
      long[] gross = random.longs(random.nextInt(1, 12), 0, n % 2 == 0 ? 100 : 1L << 40).toArray();
      long[] answer = subject().discountsMinor(valid(), Carts.context(gross, Set.of()));
      assertEquals(gross.length, answer.length);
      for (int line = 0; line < gross.length; line++) {
        assertTrue(answer[line] >= 0 && answer[line] <= gross[line]);
      }
    }
  }

  @Test
  protected void sameCartSameAnswerFromEightThreads() {
    EffectKind shared = subject();
    OfferContext cart = Carts.context(new long[] {5_000, 9_000, 401}, Set.of());
    long[] expected = shared.discountsMinor(valid(), cart);
    IntStream.range(0, 8)
        .parallel()
        .mapToObj(i -> shared.discountsMinor(valid(), cart))
        .toList()
        .forEach(answer -> assertArrayEquals(expected, answer));
  }
}
