package souk.offer.coupons;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import souk.data.api.ErasedPart;
import souk.data.api.ErasedPart.Treatment;
import souk.data.spi.CustomerData;
import souk.data.spi.StatePart;
import souk.model.CustomerKey;
import souk.offer.api.BatchRequest;
import souk.offer.api.BatchStatus;
import souk.offer.api.CouponLedger;
import souk.offer.api.LedgerException;
import souk.offer.api.LedgerStatus;
import souk.offer.api.LedgerStatus.State;
import souk.offer.api.NewCoupons;
import souk.offer.api.Redemption;
import souk.offer.api.RedemptionRequest;
import souk.offer.api.Reversal;
import souk.offer.api.ReversalRequest;
import souk.offer.coupons.record.Entry.BatchBlocked;
import souk.offer.coupons.record.Hash128;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.state.Admission;
import souk.offer.coupons.state.Batch;
import souk.offer.coupons.state.LedgerState;
import souk.offer.coupons.state.OfferCount;

/**
 * The ledger over any store: hashes requests on the caller's thread, lets the one writer decide,
 * and answers looks from memory. While it does not serve, limits look exhausted and coupons
 * unusable.
 */
class Ledger implements CouponLedger, StatePart, CustomerData, AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(1);
  private final LedgerKey key;
  private final Clock clock;
  private final LedgerWriter writer;
  private final BatchMaker batches;
  private final boolean shared;

  /**
   * @param idleMillis how often expired reservations, and rows of other nodes, are looked for when
   *     nobody asks
   */
  Ledger(LedgerKey key, Clock clock, Stores stores, RandomGenerator random, long idleMillis) {
    this.key = key;
    this.clock = clock;
    this.shared = stores.shared();
    this.writer = new LedgerWriter(key, clock, stores, idleMillis);
    this.batches = new BatchMaker(key, writer, random);
    writer.start();
  }

  @Override
  public Redemption reserve(RedemptionRequest request, Duration ttl) {
    if (ttl.isNegative() || ttl.toMillis() == 0 || ttl.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A reservation lasts more than 0 and at most %s, but %s was asked for."
              .formatted(LONGEST, ttl));
    }
    Prepared prepared = Prepared.of(request, true, key);
    return writer.ask(new Ask<>(group -> Decisions.take(group, prepared, ttl.toMillis())));
  }

  @Override
  public Redemption redeem(RedemptionRequest request) {
    Prepared prepared = Prepared.of(request, false, key);
    return writer.ask(new Ask<>(group -> Decisions.take(group, prepared, 0)));
  }

  @Override
  public Redemption commit(String id) {
    return writer.ask(new Ask<>(group -> Decisions.commit(group, id)));
  }

  @Override
  public Redemption release(String id) {
    return writer.ask(new Ask<>(group -> Decisions.release(group, id)));
  }

  @Override
  public Reversal reverse(ReversalRequest request) {
    Hash128 itsKey = key.key(request.key());
    Hash128 content = Prepared.content(request, key);
    return writer.ask(new Ask<>(group -> Decisions.reverse(group, request, itsKey, content)));
  }

  @Override
  public Optional<Redemption> find(String id) {
    return writer.ask(new Ask<>(group -> Decisions.find(group, Answers.seq(id))));
  }

  @Override
  public Optional<Redemption> findByKey(String idempotencyKey) {
    Hash128 itsKey = key.key(idempotencyKey);
    if (!shared && writer.state() == State.SERVING && writer.view().answered(itsKey) < 0) {
      // Whatever was acknowledged is in memory; nobody else writes.
      return Optional.empty();
    }
    return writer.ask(new Ask<>(group -> Decisions.find(group, group.state().answered(itsKey))));
  }

  @Override
  public List<Redemption> redemptions(Optional<String> after, int limit) {
    return new Listing(writer).after(after, limit);
  }

  @Override
  public LedgerStatus status() {
    return writer.status();
  }

  @Override
  public LedgerStatus accept(String differenceId, String by) {
    return writer.ask(new Acceptance(writer, differenceId, by));
  }

  @Override
  public NewCoupons createBatch(BatchRequest request) {
    return batches.make(request);
  }

  @Override
  public BatchStatus block(String batchId) {
    return writer.ask(
        new Ask<>(
            group -> {
              Batch batch = group.state().batch(batchId);
              if (batch == null) {
                throw new LedgerException(
                    "batch.unknown",
                    "There is no batch %s; there are %s."
                        .formatted(
                            batchId, group.state().batches().stream().map(Batch::id).toList()));
              }
              if (batch.state() != BatchStatus.State.BLOCKED) {
                group.add(new BatchBlocked(batch.number(), group.now()));
              }
              return batch.status();
            }));
  }

  @Override
  public List<BatchStatus> batches() {
    return writer.view().batches().stream().map(Batch::status).toList();
  }

  @Override
  public Optional<CouponLook> coupon(String code) {
    if (writer.state() != State.SERVING) {
      return Optional.of(new CouponLook("", false, LedgerException.UNAVAILABLE));
    }
    LedgerState state = writer.view();
    return state
        .coupon(key.coupon(code))
        .flatMap(
            uses -> {
              String why = new Admission(state).obstacle(uses, clock.millis());
              Batch batch = state.batch(uses.batch());
              return batch == null || why.equals("coupon.unknown")
                  ? Optional.empty()
                  : Optional.of(new CouponLook(batch.id(), why.isEmpty(), why));
            });
  }

  @Override
  public OfferUse use(String offerId, Optional<CustomerKey> customer) {
    if (writer.state() != State.SERVING) {
      return new OfferUse(Long.MAX_VALUE, OptionalLong.of(Long.MAX_VALUE), Long.MAX_VALUE);
    }
    LedgerState state = writer.view();
    OfferCount count = state.offer(offerId);
    return new OfferUse(
        count == null ? 0 : count.orders(),
        state.ordersOfCustomer(count, customer.map(key::customer)),
        count == null ? 0 : count.spent());
  }

  @Override
  public String keeper() {
    return "coupon ledger";
  }

  /**
   * Rows never held the customer's id, and stay: they are the books, and the limits of each
   * customer. Their keyed hash can be made again only with both the id and the ledger's key.
   */
  @Override
  public List<ErasedPart> erase(CustomerKey customer) {
    long uses = writer.view().ordersOf(key.customer(customer));
    return List.of(new ErasedPart(keeper(), "redemption", uses, Treatment.PSEUDONYMOUS));
  }

  @Override
  public String folder() {
    return LedgerFolder.NAME;
  }

  @Override
  public Still hold() {
    return writer.hold();
  }

  /** Returns when the store was read. */
  final void awaitStart() {
    try {
      find("R1");
    } catch (LedgerException e) {
      // Its status tells why it does not serve.
      if (!e.retryable()) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
