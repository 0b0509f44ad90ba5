package souk.offer.coupons.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import souk.offer.api.BatchStatus;
import souk.offer.coupons.record.Entry;
import souk.offer.coupons.record.Entry.Answer;
import souk.offer.coupons.record.Entry.Back;
import souk.offer.coupons.record.Entry.BatchBegun;
import souk.offer.coupons.record.Entry.BatchBlocked;
import souk.offer.coupons.record.Entry.BatchOpened;
import souk.offer.coupons.record.Entry.Closed;
import souk.offer.coupons.record.Entry.Codes;
import souk.offer.coupons.record.Entry.Outcome;
import souk.offer.coupons.record.Entry.Reversed;
import souk.offer.coupons.record.Entry.Taken;
import souk.offer.coupons.record.Entry.TakenClaim;
import souk.offer.coupons.record.Hash128;

/**
 * The sum of all entries. One thread applies them; others read counters without waiting. What is
 * applied was decided before: nothing is refused here.
 */
public final class LedgerState {
  final Map<String, OfferCount> offers = new ConcurrentHashMap<>();
  final CouponBook book = new CouponBook();
  final Reservations reservations = new Reservations();
  final HashTable customers = new HashTable();
  final HashTable keys = new HashTable();
  final HashTable outcomes = new HashTable();
  final Map<Long, long[]> reversals = new HashMap<>();
  final KeyAges ages;

  /**
   * @param keyDays for how many days at least a used key is known
   */
  public LedgerState(int keyDays) {
    this.ages = new KeyAges(keyDays);
  }

  /** Counts an entry. */
  public void apply(long seq, Entry entry) {
    if (entry instanceof Answer answer) {
      keys.put(answer.key(), seq);
      ages.saw(seq, answer.recordedMillis());
    }
    if (entry instanceof Taken taken) {
      take(seq, taken);
    } else if (entry instanceof Closed closed) {
      close(closed);
    } else if (entry instanceof Reversed reversed) {
      reverse(seq, reversed);
    } else if (entry instanceof BatchBegun begun) {
      book.begin(begun);
    } else if (entry instanceof Codes codes) {
      book.add(codes);
    } else if (entry instanceof BatchOpened opened) {
      book.state(opened.batch(), BatchStatus.State.OPEN);
    } else if (entry instanceof BatchBlocked blocked) {
      book.state(blocked.batch(), BatchStatus.State.BLOCKED);
    }
  }

  private void take(long seq, Taken taken) {
    for (int i = 0; i < taken.claims().size(); i++) {
      TakenClaim claim = taken.claims().get(i);
      OfferCount count =
          offers.computeIfAbsent(
              claim.offerId(), id -> new OfferCount(offers.size(), claim.currency()));
      count.add(1, claim.amountMinor(), claim.currency(), claim.budgetMinor() > 0);
      if (taken.customer().present()) {
        addCustomer(count, taken.customer(), 1);
      }
      if (countsCoupon(taken.claims(), i)) {
        book.use(claim.coupon(), taken.reserved() ? 0 : 1, taken.reserved() ? 1 : 0);
      }
    }
    if (taken.reserved()) {
      reservations.hold(seq, taken);
    }
  }

  private void close(Closed closed) {
    Taken taken = reservations.end(closed.redemption());
    outcomes.put(Hash128.ofNumber(closed.redemption()), closed.outcome().ordinal());
    if (taken == null) {
      return;
    }
    boolean last = closed.outcome() == Outcome.COMMITTED;
    for (int i = 0; i < taken.claims().size(); i++) {
      TakenClaim claim = taken.claims().get(i);
      if (!last) {
        giveBack(claim, taken.customer(), 1, claim.amountMinor());
      }
      if (countsCoupon(taken.claims(), i)) {
        book.use(claim.coupon(), last ? 1 : 0, -1);
      }
    }
  }

  private void reverse(long seq, Reversed reversed) {
    reversals.merge(
        reversed.redemption(),
        new long[] {seq},
        (before, one) -> {
          long[] all = Arrays.copyOf(before, before.length + 1);
          all[before.length] = one[0];
          return all;
        });
    for (Back back : reversed.backs()) {
      OfferCount count = offers.get(back.offerId());
      if (count != null) {
        count.add(back.use() ? -1 : 0, -back.amountMinor(), back.currency(), false);
        if (back.use() && reversed.customer().present()) {
          addCustomer(count, reversed.customer(), -1);
        }
      }
      if (back.coupon().present()) {
        book.use(back.coupon(), -1, 0);
      }
    }
  }

  private void giveBack(TakenClaim claim, Hash128 customer, int uses, long amountMinor) {
    OfferCount count = offers.get(claim.offerId());
    if (count != null) {
      count.add(-uses, -amountMinor, claim.currency(), false);
      if (customer.present()) {
        addCustomer(count, customer, -uses);
      }
    }
  }

  private void addCustomer(OfferCount count, Hash128 customer, int uses) {
    Hash128 both = customer.with(count.number());
    customers.put(both, customers.get(both, 0) + uses);
  }

  /** True for the first claim of an order with its coupon: a coupon is used once per order. */
  public static boolean countsCoupon(List<TakenClaim> claims, int i) {
    Hash128 coupon = claims.get(i).coupon();
    if (!coupon.present()) {
      return false;
    }
    for (int k = 0; k < i; k++) {
      if (claims.get(k).coupon().equals(coupon)) {
        return false;
      }
    }
    return true;
  }

  /** Number of the entry that answered a key, or −1 if there is none or its time is over. */
  public long answered(Hash128 key) {
    long seq = keys.get(key, -1);
    return ages.knows(seq) ? seq : -1;
  }

  /**
   * Forgets keys whose time is over.
   *
   * @param last number of the last entry
   */
  public void forgetKeys(long nowMillis, long last) {
    ages.end(nowMillis, last);
  }

  /** How a reservation ended; empty if it did not, or was final at once. */
  public Optional<Outcome> outcome(long seq) {
    long ordinal = outcomes.get(Hash128.ofNumber(seq), -1);
    return ordinal < 0 ? Optional.empty() : Optional.of(Outcome.values()[(int) ordinal]);
  }

  /** Numbers of the entries that reversed a redemption, in order. */
  public long[] reversals(long seq) {
    return reversals.getOrDefault(seq, new long[0]);
  }

  /** The reservation that ended first until an instant, or −1. */
  public long expired(long nowMillis) {
    return reservations.expired(nowMillis);
  }

  public @Nullable OfferCount offer(String offerId) {
    return offers.get(offerId);
  }

  /** Uses of an offer by one customer. */
  public long ordersOf(@Nullable OfferCount count, Hash128 customer) {
    return count == null ? 0 : customers.get(customer.with(count.number()), 0);
  }

  /** Uses of all offers by one customer. */
  public long ordersOf(Hash128 customer) {
    return offers.values().stream().mapToLong(count -> ordersOf(count, customer)).sum();
  }

  public boolean knowsCoupon(Hash128 coupon) {
    return book.coupons.contains(coupon);
  }

  /** Uses of a coupon; empty if it is unknown. */
  public Optional<CouponUses> coupon(Hash128 coupon) {
    return book.uses(coupon);
  }

  public @Nullable Batch batch(int number) {
    return book.batches.get(number);
  }

  public @Nullable Batch batch(String id) {
    return book.batch(id);
  }

  /** Number of the next batch. */
  public int nextBatch() {
    return book.nextBatch;
  }

  /** By id. */
  public List<Batch> batches() {
    return book.all();
  }

  /** Uses of an offer as a quote sees them. */
  public OptionalLong ordersOfCustomer(@Nullable OfferCount count, Optional<Hash128> customer) {
    return customer.isPresent()
        ? OptionalLong.of(ordersOf(count, customer.get()))
        : OptionalLong.empty();
  }

  public int heldCount() {
    return reservations.count();
  }

  public int couponCount() {
    return book.count();
  }
}
