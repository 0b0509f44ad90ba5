package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import souk.model.Spec;
import souk.offer.api.Basis;
import souk.offer.api.QuoteRequest;
import souk.offer.spi.Choices;
import souk.offer.spi.LinePricer;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionPolicy;
import souk.offer.spi.SelectionProblem;

/** The kernel may repeat a call later, in another thread, to warm up or compare a strategy. */
class RepeatedCallsTest {
  /** Keeps what it was asked, as the kernel does. */
  private static final class Recorder implements SelectionPolicy {
    private final List<Choices> asked = new ArrayList<>();
    private final List<Selection> answered = new ArrayList<>();
    private final SelectionPolicy policy = new BestForCustomer();

    @Override
    public Selection select(SelectionProblem problem) {
      return policy.select(problem);
    }

    @Override
    public Selection choose(Choices choices) {
      Selection answer = policy.choose(choices);
      asked.add(choices);
      answered.add(answer);
      return answer;
    }
  }

  @Test
  void aRepeatedCallSeesItsOwnCartAndDisturbsNoOther() {
    Shop shop = new Shop("GBP");
    Recorder recorder = new Recorder();
    shop.router.add(LinePricer.class, "price-book", new PriceBookPricer());
    shop.router.add(SelectionPolicy.class, "recorder", recorder);
    for (int i = 0; i < 6; i++) {
      shop.price("S" + i, 1_000 + 37L * i, 300);
      Map<String, Object> effect = Map.of("percent", 5 + i, "skus", List.of("S" + i, "S" + i / 2));
      shop.offer(
          Shop.offer("O" + i, new Spec("percentage", effect))
              .stackingGroup("g" + i % 2)
              .basis(i % 3 == 2 ? Basis.NET : Basis.LIST)
              .build());
    }
    DefaultOfferEngine engine = shop.publish("S-1").engine();
    List<Long> nets = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      nets.add(engine.quote(request(shop, i)).net().amountMinor());
    }
    List<Choices> asked = List.copyOf(recorder.asked);
    List<Selection> answered = List.copyOf(recorder.answered);
    for (int i = 0; i < 6; i++) {
      Choices then = asked.get(i);
      Selection own =
          CompletableFuture.supplyAsync(() -> new BestForCustomer().choose(then)).join();
      assertEquals(answered.get(i), own);
      assertEquals(own, ForeignChoices.best(then, 20_000, new BestForCustomer()));
      int[] chosen = own.chosen();
      assertArrayEquals(chosen, then.inOrder(chosen));
      assertEquals(gross(shop, i) - nets.get(i), then.valueMinor(chosen));
      assertEquals(nets.get(i), engine.quote(request(shop, i)).net().amountMinor());
    }
  }

  private static long gross(Shop shop, int i) {
    return shop.engine().quote(request(shop, i)).gross().amountMinor();
  }

  private static QuoteRequest request(Shop shop, int i) {
    return new QuoteRequest(
        shop.cart("S" + i, 2, "S" + (i + 1) % 6, 1, "S" + i / 2, 3), Set.of(), Optional.empty());
  }
}
