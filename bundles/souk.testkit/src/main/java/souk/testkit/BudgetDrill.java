package souk.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import souk.model.Money;
import souk.offer.api.CouponLedger;
import souk.offer.api.LedgerException;
import souk.offer.api.OfferLimits;
import souk.offer.api.Redemption;
import souk.offer.api.Reversal;
import souk.offer.api.ReversalRequest;

/**
 * Many threads redeem under one budget and reverse at random; afterwards the whole history is
 * checked: the order of the ledger's rows respects who was answered before whom, the budget holds
 * after every row, and the counter is the sum.
 */
public final class BudgetDrill {
  private static final Currency GBP = Currency.getInstance("GBP");
  private final CouponLedger ledger;
  private final String offer;
  private final long budget;
  private final OfferLimits limits;
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong highest = new AtomicLong();

  /**
   * @param budget in minor units
   */
  public BudgetDrill(CouponLedger ledger, String offer, long budget) {
    this.ledger = ledger;
    this.offer = offer;
    this.budget = budget;
    this.limits = OfferLimits.builder().budget(Money.ofMinor(budget, GBP)).build();
  }

  /** One acknowledged change: when it was asked and answered, its row, and the money it moved. */
  private record Step(long asked, long answered, long row, long minor) {}

  /** A redemption that may still be reversed. */
  private record Open(String id, long left) {}

  /**
   * Runs the load.
   *
   * @return what is wrong, or empty text
   */
  public String run(int operations, int threads, long seed) throws Exception {
    List<Step> history = new ArrayList<>();
    AtomicBoolean ended = new AtomicBoolean();
    Thread observer =
        new Thread(
            () -> {
              while (!ended.get()) {
                long spent = ledger.use(offer, Optional.empty()).spentMinor();
                highest.accumulateAndGet(spent, Math::max);
              }
            });
    observer.setDaemon(true);
    observer.start();
    LedgerDrills.parallel(
        threads,
        threads,
        t -> {
          List<Step> mine = client(t, operations / threads, new SplittableRandom(seed * 1000 + t));
          synchronized (history) {
            history.addAll(mine);
          }
        });
    ended.set(true);
    observer.join();
    return judge(history);
  }

  /** Requests refused because the budget was used up. */
  public long refused() {
    return refused.get();
  }

  private List<Step> client(int client, int operations, SplittableRandom random) {
    List<Step> mine = new ArrayList<>(operations);
    List<Open> open = new ArrayList<>();
    for (int i = 0; i < operations; i++) {
      String key = offer + "-" + client + "-" + i;
      long asked = System.nanoTime();
      if (!open.isEmpty() && random.nextInt(100) < 30) {
        Open one = open.remove(random.nextInt(open.size()));
        boolean whole = one.left() < 2 || random.nextBoolean();
        long minor = whole ? one.left() : 1 + random.nextLong(one.left() - 1);
        ReversalRequest.Builder back = ReversalRequest.builder(key, one.id());
        Reversal done =
            ledger.reverse(
                (whole ? back.whole() : back.amount(offer, Money.ofMinor(minor, GBP))).build());
        mine.add(new Step(asked, System.nanoTime(), row(done.id()), -minor));
        if (!whole) {
          open.add(new Open(one.id(), one.left() - minor));
        }
      } else {
        long minor = 1 + random.nextLong(1_000);
        try {
          Redemption done = ledger.redeem(LedgerDrills.request(key, offer, minor, limits));
          mine.add(new Step(asked, System.nanoTime(), row(done.id()), minor));
          open.add(new Open(done.id(), minor));
        } catch (LedgerException e) {
          if (!e.code().equals("limit.budget")) {
            throw e;
          }
          refused.incrementAndGet();
        }
      }
    }
    return mine;
  }

  private static long row(String id) {
    return Long.parseLong(id.substring(1));
  }

  private String judge(List<Step> history) {
    List<Step> byRow = new ArrayList<>(history);
    byRow.sort(Comparator.comparingLong(Step::row));
    long spent = 0;
    long most = 0;
    long previous = 0;
    for (Step step : byRow) {
      if (step.row() == previous) {
        return "row " + previous + " was answered twice";
      }
      previous = step.row();
      spent += step.minor();
      most = Math.max(most, spent);
    }
    if (most > budget || highest.get() > budget) {
      return "%d and %d were given of %d".formatted(most, highest.get(), budget);
    }
    long counted = ledger.use(offer, Optional.empty()).spentMinor();
    if (counted != spent) {
      return "the counter says %d, the history %d".formatted(counted, spent);
    }
    return order(history);
  }

  /** Whatever was answered before something else was asked has the smaller row. */
  private static String order(List<Step> history) {
    List<Step> byAsked = new ArrayList<>(history);
    byAsked.sort(Comparator.comparingLong(Step::asked));
    List<Step> byAnswered = new ArrayList<>(history);
    byAnswered.sort(Comparator.comparingLong(Step::answered));
    long before = 0;
    int next = 0;
    for (Step step : byAsked) {
      while (next < byAnswered.size() && byAnswered.get(next).answered() < step.asked()) {
        before = Math.max(before, byAnswered.get(next).row());
        next++;
      }
      if (step.row() <= before) {
        return "row %d was asked after row %d was answered".formatted(step.row(), before);
      }
    }
    return "";
  }
}
