package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.OfferContext;

/** What every {@link ConditionKind} must keep. Extend it; give the kind and a valid spec. */
public abstract class ConditionKindContract {
  /** The kind under test; may be a new one each time. */
  protected abstract ConditionKind subject();

  /** A spec without fault. */
  protected abstract Spec valid();

  @Test
  protected void aValidSpecHasNoFault() {
    assertEquals(List.of(), subject().validate(valid()));
  }

  @Test
  protected void anUnknownParameterIsAFaultWithWords() {
    List<Reason> faults = subject().validate(misspelt(valid()));
    assertFalse(faults.isEmpty());
    for (Reason fault : faults) {
      assertFalse(fault.code().isBlank());
      assertTrue(fault.text().contains("no-such-parameter"), fault.text());
    }
  }

  @Test
  protected void aRefusalHasACodeAndWords() {
    for (int lines = 1; lines < 12; lines++) {
      long[] gross = IntStream.range(0, lines).mapToLong(i -> 100L + 37L * i).toArray();
      for (Set<String> audience : List.of(Set.<String>of(), Set.of("segment:high-value"))) {
        Optional<Reason> failure = subject().fails(valid(), Carts.context(gross, audience));
        failure.ifPresent(
            reason -> assertFalse(reason.code().isBlank() || reason.text().isBlank()));
      }
    }
  }

  @Test
  protected void sameCartSameAnswerFromEightThreads() {
    ConditionKind shared = subject();
    OfferContext cart = Carts.context(new long[] {500, 900, 40}, Set.of("segment:high-value"));
    Optional<Reason> expected = shared.fails(valid(), cart);
    IntStream.range(0, 8)
        .parallel()
        .mapToObj(i -> shared.fails(valid(), cart))
        .toList()
        .forEach(answer -> assertEquals(expected, answer));
  }

  static Spec misspelt(Spec spec) {
    Map<String, Object> parameters = new HashMap<>(spec.parameters());
    parameters.put("no-such-parameter", "1");
    return new Spec(spec.kind(), parameters);
  }
}
