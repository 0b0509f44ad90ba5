package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.spi.Choices;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.EffectKind;
import souk.offer.spi.LinePricer;
import souk.offer.spi.OfferContext;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionPolicy;
import souk.offer.spi.SelectionProblem;

/** An honest strategy of the offer room passes its contract; each planted defect is caught. */
class OfferContractsCanFailTest {
  private static final AtomicInteger CALLS = new AtomicInteger();

  @Test
  void honestStrategiesPass() {
    assertEquals(Set.of(), Verdicts.failing(BookPrices.class));
    assertEquals(Set.of(), Verdicts.failing(NoOffer.class));
    assertEquals(Set.of(), Verdicts.failing(Always.class));
    assertEquals(Set.of(), Verdicts.failing(NothingOff.class));
  }

  static List<Arguments> defects() {
    return List.of(
        Arguments.of(HalfPrices.class, "onePricePerLineNeverBelowTheFloorOfTheBook"),
        Arguments.of(FreeIfUnknown.class, "anArticleWithoutAPriceIsMinusOne"),
        Arguments.of(RestlessPrices.class, "sameCartSameAnswerFromEightThreads"),
        Arguments.of(EveryOffer.class, "choosesOnlyWhatMayStandTogether"),
        Arguments.of(
            EveryNetOffer.class, "offersOnNetAmountsStandTogetherTooAndTheAnswerIsRepeatable"),
        Arguments.of(BeyondTheEnd.class, "noCandidatesIsAnEmptyChoice"),
        Arguments.of(Scribbler.class, "leavesItsInputAlone"),
        Arguments.of(RestlessPolicy.class, "sameProblemSameAnswerFromEightThreads"),
        Arguments.of(Credulous.class, "anUnknownParameterIsAFaultWithWords"),
        Arguments.of(Suspicious.class, "aValidSpecHasNoFault"),
        Arguments.of(Wordless.class, "aRefusalHasACodeAndWords"),
        Arguments.of(RestlessCondition.class, "sameCartSameAnswerFromEightThreads"),
        Arguments.of(Generous.class, "discountsStayBetweenZeroAndTheLine"),
        Arguments.of(Surcharge.class, "discountsStayBetweenZeroAndTheLine"),
        Arguments.of(CredulousEffect.class, "anUnknownParameterIsAFaultWithWords"),
        Arguments.of(RestlessEffect.class, "sameCartSameAnswerFromEightThreads"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void defectsAreCaught(Class<?> planted, String test) {
    Set<String> failing = Verdicts.failing(planted);
    assertTrue(failing.contains(test), planted + " fails only " + failing);
  }

  static class BookPrices extends LinePricerContract {
    @Override
    protected LinePricer subject() {
      return (cart, prices) ->
          cart.lines().stream()
              .mapToLong(l -> prices.price(l.sku()).map(p -> p.price().amountMinor()).orElse(-1L))
              .toArray();
    }
  }

  static class HalfPrices extends BookPrices {
    @Override
    protected LinePricer subject() {
      return (cart, prices) ->
          LongArrays.map(super.subject().unitPricesMinor(cart, prices), p -> p / 2);
    }
  }

  static class FreeIfUnknown extends BookPrices {
    @Override
    protected LinePricer subject() {
      return (cart, prices) ->
          LongArrays.map(super.subject().unitPricesMinor(cart, prices), p -> Math.max(0, p));
    }
  }

  static class RestlessPrices extends BookPrices {
    @Override
    protected LinePricer subject() {
      return (cart, prices) ->
          LongArrays.map(
              super.subject().unitPricesMinor(cart, prices), p -> p + CALLS.incrementAndGet());
    }
  }

  static class NoOffer extends SelectionPolicyContract {
    @Override
    protected SelectionPolicy subject() {
      return problem -> Selection.of();
    }
  }

  static class EveryOffer extends SelectionPolicyContract {
    @Override
    protected SelectionPolicy subject() {
      return problem -> Selection.of(IntStream.range(0, problem.candidates().size()).toArray());
    }
  }

  /** Honest with plain problems, but takes all it sees with offers on net amounts. */
  static class EveryNetOffer extends SelectionPolicyContract {
    @Override
    protected SelectionPolicy subject() {
      return new SelectionPolicy() {
        @Override
        public Selection select(SelectionProblem problem) {
          return Selection.of();
        }

        @Override
        public Selection choose(Choices choices) {
          return Selection.of(IntStream.range(0, choices.problem().candidates().size()).toArray());
        }
      };
    }
  }

  static class BeyondTheEnd extends SelectionPolicyContract {
    @Override
    protected SelectionPolicy subject() {
      return problem -> Selection.of(problem.candidates().size());
    }
  }

  static class Scribbler extends SelectionPolicyContract {
    @Override
    protected SelectionPolicy subject() {
      return problem -> {
        problem.grossMinor()[0]++;
        return Selection.of();
      };
    }
  }

  static class RestlessPolicy extends SelectionPolicyContract {
    @Override
    protected SelectionPolicy subject() {
      return problem ->
          problem.candidates().isEmpty() || CALLS.incrementAndGet() % 2 == 0
              ? Selection.of()
              : Selection.of(0);
    }
  }

  static class Always extends ConditionKindContract {
    @Override
    protected ConditionKind subject() {
      return condition(Optional.empty());
    }

    @Override
    protected Spec valid() {
      return Spec.of("always");
    }

    static ConditionKind condition(Optional<Reason> answer) {
      return new ConditionKind() {
        @Override
        public List<Reason> validate(Spec spec) {
          return faults(spec);
        }

        @Override
        public Optional<Reason> fails(Spec spec, OfferContext context) {
          return answer;
        }
      };
    }
  }

  static class Credulous extends Always {
    @Override
    protected ConditionKind subject() {
      return new ConditionKind() {
        @Override
        public List<Reason> validate(Spec spec) {
          return List.of();
        }

        @Override
        public Optional<Reason> fails(Spec spec, OfferContext context) {
          return Optional.empty();
        }
      };
    }
  }

  static class Suspicious extends Always {
    @Override
    protected Spec valid() {
      return new Spec("always", Map.of("odd", "1"));
    }
  }

  static class Wordless extends Always {
    @Override
    protected ConditionKind subject() {
      return condition(Optional.of(Reason.of("no", " ")));
    }
  }

  static class RestlessCondition extends Always {
    @Override
    protected ConditionKind subject() {
      ConditionKind honest = super.subject();
      return new ConditionKind() {
        @Override
        public List<Reason> validate(Spec spec) {
          return honest.validate(spec);
        }

        @Override
        public Optional<Reason> fails(Spec spec, OfferContext context) {
          return Optional.of(Reason.of("call", "Call " + CALLS.incrementAndGet()));
        }
      };
    }
  }

  static class NothingOff extends EffectKindContract {
    /** What is taken off a line with this gross amount. */
    long off(long grossMinor) {
      return 0;
    }

    List<Reason> validate(Spec spec) {
      return faults(spec);
    }

    @Override
    protected EffectKind subject() {
      return new EffectKind() {
        @Override
        public List<Reason> validate(Spec spec) {
          return NothingOff.this.validate(spec);
        }

        @Override
        public long[] discountsMinor(Spec spec, OfferContext context) {
          return IntStream.range(0, context.cart().lines().size())
              .mapToLong(line -> off(context.grossMinor(line)))
              .toArray();
        }
      };
    }

    @Override
    protected Spec valid() {
      return Spec.of("nothing-off");
    }
  }

  static class Generous extends NothingOff {
    @Override
    long off(long grossMinor) {
      return grossMinor + 1;
    }
  }

  static class Surcharge extends NothingOff {
    @Override
    long off(long grossMinor) {
      return -1;
    }
  }

  static class CredulousEffect extends NothingOff {
    @Override
    List<Reason> validate(Spec spec) {
      return List.of();
    }
  }

  static class RestlessEffect extends NothingOff {
    @Override
    long off(long grossMinor) {
      return CALLS.incrementAndGet() % 100;
    }
  }

  private static List<Reason> faults(Spec spec) {
    return spec.parameters().keySet().stream()
        .map(name -> Reason.of("unknown", "There is no parameter " + name + "."))
        .toList();
  }

  /** Arithmetic on arrays. */
  private static final class LongArrays {
    static long[] map(long[] values, java.util.function.LongUnaryOperator change) {
      return java.util.Arrays.stream(values).map(change).toArray();
    }
  }
}
