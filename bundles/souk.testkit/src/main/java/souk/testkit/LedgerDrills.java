package souk.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.offer.api.BatchRequest;
import souk.offer.api.Claim;
import souk.offer.api.CouponLedger;
import souk.offer.api.LedgerException;
import souk.offer.api.OfferLimits;
import souk.offer.api.Redemption;
import souk.offer.api.RedemptionRequest;

/** Loads on coupon ledgers, of any length. Each returns what came out, for whoever judges. */
public final class LedgerDrills {
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  private LedgerDrills() {}

  /** A ledger that can be ended and opened again. */
  public interface Reopenable {
    CouponLedger ledger();

    void restart() throws Exception;
  }

  /** A request with one claim on an offer without a coupon. */
  public static RedemptionRequest request(
      String key, String offer, long minor, OfferLimits limits) {
    return RedemptionRequest.builder(key, "o-" + key, AT)
        .claim(new Claim(offer, Money.ofMinor(minor, GBP), limits, Optional.empty()))
        .build();
  }

  /** Runs work with numbers from 0 on many threads. */
  static void parallel(int threads, int count, IntConsumer work) throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        all.add(
            pool.submit(
                () -> {
                  for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    work.accept(i);
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean accepted(CouponLedger ledger, RedemptionRequest request) {
    try {
      ledger.redeem(request);
      return true;
    } catch (LedgerException e) {
      if (e.retryable() || e.code().equals(LedgerException.KEY_CONFLICT)) {
        throw e;
      }
      return false;
    }
  }

  /** Attempts on an offer with a limit: how many succeeded. */
  public static int limited(CouponLedger ledger, String offer, int attempts, long limit)
      throws Exception {
    OfferLimits limits = OfferLimits.builder().total(limit).build();
    AtomicInteger taken = new AtomicInteger();
    parallel(
        64,
        attempts,
        i -> {
          if (accepted(ledger, request(offer + "-" + i, offer, 1, limits))) {
            taken.incrementAndGet();
          }
        });
    return taken.get();
  }

  /** Attempts of many customers on an offer for one order each: customers without exactly one. */
  public static int onePerCustomer(
      CouponLedger ledger, String offer, int customers, int attemptsEach) throws Exception {
    OfferLimits limits = OfferLimits.builder().perCustomer(1).build();
    Map<Integer, AtomicInteger> taken = new ConcurrentHashMap<>();
    parallel(
        64,
        customers * attemptsEach,
        i -> {
          int customer = i % customers;
          RedemptionRequest wanted =
              RedemptionRequest.builder(offer + "-" + i, "o", AT)
                  .customer(new CustomerKey("customer-" + customer))
                  .claim(new Claim(offer, Money.ofMinor(1, GBP), limits, Optional.empty()))
                  .build();
          if (accepted(ledger, wanted)) {
            taken.computeIfAbsent(customer, c -> new AtomicInteger()).incrementAndGet();
          }
        });
    int wrong = 0;
    for (int c = 0; c < customers; c++) {
      AtomicInteger count = taken.get(c);
      wrong += count != null && count.get() == 1 ? 0 : 1;
    }
    return wrong;
  }

  /** Attempts on coupons: codes that were not used exactly as often as they may be. */
  public static int coupons(
      CouponLedger ledger, String batch, int codes, int usesEach, int attemptsEach)
      throws Exception {
    List<String> all = new ArrayList<>();
    ledger
        .createBatch(BatchRequest.builder(batch, codes).usesPerCode(usesEach).build())
        .forEach(all::add);
    Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    parallel(
        64,
        codes * attemptsEach,
        i -> {
          String code = all.get(i % codes);
          RedemptionRequest wanted =
              RedemptionRequest.builder(batch + "-" + i, "o", AT)
                  .claim(
                      new Claim(
                          "of-" + batch,
                          Money.ofMinor(1, GBP),
                          OfferLimits.none(),
                          Optional.of(code)))
                  .build();
          if (accepted(ledger, wanted)) {
            taken.computeIfAbsent(code, c -> new AtomicInteger()).incrementAndGet();
          }
        });
    int wrong = 0;
    for (String code : all) {
      AtomicInteger count = taken.get(code);
      wrong += count != null && count.get() == usesEach ? 0 : 1;
    }
    return wrong;
  }

  /**
   * Requests each sent one to five times, reordered, in parallel, some with a changed content, and
   * a restart in between.
   *
   * @return what is wrong, or empty text
   */
  public static String repeated(Reopenable shop, int requests, long seed) throws Exception {
    Random random = new Random(seed);
    List<Integer> sends = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      for (int k = random.nextInt(5); k >= 0; k--) {
        sends.add(i);
      }
    }
    Collections.shuffle(sends, random);
    String offer = "repeated-" + seed;
    Map<Integer, Set<String>> answers = new ConcurrentHashMap<>();
    AtomicInteger conflicts = new AtomicInteger();
    AtomicInteger changed = new AtomicInteger();
    int half = sends.size() / 2;
    for (int part = 0; part < 2; part++) {
      int from = part * half;
      CouponLedger ledger = shop.ledger();
      parallel(
          64,
          part == 0 ? half : sends.size() - half,
          k -> {
            int i = sends.get(from + k);
            String key = offer + "-" + i;
            Redemption done = ledger.redeem(request(key, offer, i, OfferLimits.none()));
            answers.computeIfAbsent(i, n -> ConcurrentHashMap.newKeySet()).add(done.id());
            if (k % 10 == 0) {
              changed.incrementAndGet();
              try {
                ledger.redeem(request(key, offer, i + 1, OfferLimits.none()));
              } catch (LedgerException e) {
                conflicts.addAndGet(e.code().equals(LedgerException.KEY_CONFLICT) ? 1 : 0);
              }
            }
          });
      shop.restart();
    }
    long effects = shop.ledger().use(offer, Optional.empty()).orders();
    long spent = shop.ledger().use(offer, Optional.empty()).spentMinor();
    Set<String> ids = new HashSet<>();
    long several = answers.values().stream().filter(a -> a.size() != 1).count();
    answers.values().forEach(ids::addAll);
    long wanted = (long) requests * (requests - 1) / 2;
    boolean right =
        effects == requests
            && spent == wanted
            && several == 0
            && ids.size() == requests
            && conflicts.get() == changed.get();
    return right
        ? ""
        : "%d requests: %d effects, %d spent of %d, %d keys with several answers, %d ids, %d of %d changed ones refused"
            .formatted(
                requests,
                effects,
                spent,
                wanted,
                several,
                ids.size(),
                conflicts.get(),
                changed.get());
  }
}
