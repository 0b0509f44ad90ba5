package souk.offer.coupons;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.offer.api.BatchRequest;
import souk.offer.api.Claim;
import souk.offer.api.LedgerException;
import souk.offer.api.OfferLimits;
import souk.offer.api.Redemption;
import souk.offer.api.RedemptionRequest;
import souk.offer.api.ReversalRequest;
import souk.testkit.FakeClock;

/** A bit of everything a ledger can be asked, by a seed, and all that it tells afterwards. */
final class MixedLoad {
  private final Random random;
  private final FakeClock clock = FakeClock.at(Samples.AT);
  private final List<String> codes = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();

  MixedLoad(long seed) {
    this.random = new Random(seed);
  }

  FakeClock clock() {
    return clock;
  }

  void run(StandaloneLedger ledger, int steps) {
    for (int i = 0; i < steps; i++) {
      try {
        step(ledger);
      } catch (LedgerException e) {
        if (e.retryable()) {
          throw e;
        }
      }
    }
  }

  private void step(StandaloneLedger ledger) {
    int what = random.nextInt(20);
    if (what == 0) {
      String batch = "b" + keys.size();
      ledger.createBatch(BatchRequest.builder(batch, 5).usesPerCode(2).build()).forEach(codes::add);
      keys.add(batch);
    } else if (what == 1 && !ledger.batches().isEmpty() && random.nextInt(4) == 0) {
      ledger.block(ledger.batches().get(0).batchId());
    } else if (what <= 3 && !ids.isEmpty()) {
      ledger.commit(any(ids));
    } else if (what <= 5 && !ids.isEmpty()) {
      ledger.release(any(ids));
    } else if (what <= 8 && !ids.isEmpty()) {
      String key = key();
      ReversalRequest.Builder back = ReversalRequest.builder(key, any(ids));
      ledger.reverse(
          random.nextBoolean()
              ? back.whole().build()
              : back.amount("o" + random.nextInt(4), Money.ofMinor(3, Samples.GBP)).build());
    } else if (what == 9) {
      clock.advance(Duration.ofSeconds(random.nextInt(90)));
    } else if (what <= 14) {
      ids.add(ledger.reserve(request(), Duration.ofSeconds(1 + random.nextInt(120))).id());
    } else {
      ids.add(ledger.redeem(request()).id());
    }
  }

  private String key() {
    keys.add("k" + keys.size());
    return keys.get(keys.size() - 1);
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  private RedemptionRequest request() {
    String key = key();
    RedemptionRequest.Builder request = RedemptionRequest.builder(key, "o-" + key, clock.instant());
    if (random.nextBoolean()) {
      request.customer(new CustomerKey("c" + random.nextInt(6)));
    }
    for (int i = random.nextInt(3); i >= 0; i--) {
      OfferLimits.Builder limits = OfferLimits.builder().total(40);
      if (random.nextBoolean()) {
        limits.budget(Money.ofMinor(2_000, Samples.GBP));
      }
      Optional<String> code =
          codes.isEmpty() || random.nextInt(3) > 0 ? Optional.empty() : Optional.of(any(codes));
      request.claim(
          new Claim(
              "o" + random.nextInt(4),
              Money.ofMinor(5 + random.nextInt(90), Samples.GBP),
              limits.build(),
              code));
    }
    return request.build();
  }

  /** Everything that can be seen from outside. */
  Map<String, String> look(StandaloneLedger ledger) {
    Map<String, String> seen = new LinkedHashMap<>();
    seen.put("status", ledger.status().toString() + ledger.status().coupons());
    seen.put("reserved", "" + ledger.status().reserved());
    seen.put("batches", batches(ledger));
    for (int offer = 0; offer < 4; offer++) {
      for (int customer = 0; customer < 6; customer++) {
        CustomerKey whose = new CustomerKey("c" + customer);
        seen.put(
            "o" + offer + " c" + customer, ledger.use("o" + offer, Optional.of(whose)).toString());
      }
    }
    codes.forEach(code -> seen.put(code, ledger.coupon(code).toString()));
    keys.forEach(key -> seen.put(key, ledger.findByKey(key).map(Redemption::id).orElse("-")));
    ids.forEach(id -> seen.put(id, text(ledger.find(id).orElseThrow())));
    return seen;
  }

  private static String batches(StandaloneLedger ledger) {
    Map<String, String> all = new TreeMap<>();
    ledger
        .batches()
        .forEach(b -> all.put(b.batchId(), b.state() + " " + b.used() + " " + b.reserved()));
    return all.toString();
  }

  private static String text(Redemption one) {
    return one.orderId() + " " + one.state() + " " + one.parts() + " " + one.expiresAt();
  }
}
