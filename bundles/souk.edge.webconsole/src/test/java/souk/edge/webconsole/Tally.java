package souk.edge.webconsole;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.model.CustomerKey;
import souk.model.SnapshotId;
import souk.offer.api.BatchRequest;
import souk.offer.api.BatchStatus;
import souk.offer.api.CouponLedger;
import souk.offer.api.LedgerStatus;
import souk.offer.api.NewCoupons;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;
import souk.offer.api.Redemption;
import souk.offer.api.RedemptionRequest;
import souk.offer.api.Reversal;
import souk.offer.api.ReversalRequest;

/** A ledger with uses of its own invention, and prices in pounds, for tests of pages. */
public final class Tally implements CouponLedger, Snapshots {
  /** What was asked for, in order. */
  public final List<String> asked = new ArrayList<>();

  /** How often each offer was used. */
  public volatile long orders = 40;

  /** What is published. */
  public volatile List<Offer> published = List.of();

  private final List<BatchStatus> batches = new ArrayList<>();
  private boolean accepted;

  @Override
  public OfferUse use(String offerId, Optional<CustomerKey> customer) {
    return new OfferUse(orders, OptionalLong.empty(), 12_500);
  }

  @Override
  public Optional<Snapshot> current() {
    return Optional.of(
        Snapshot.builder(new SnapshotId("S-9"), Instant.EPOCH)
            .part(PriceBook.class, new PriceBook(Currency.getInstance("GBP"), Map.of()))
            .part(OfferBook.class, new OfferBook(published))
            .build());
  }

  @Override
  public Optional<Snapshot> publish(Snapshot snapshot) {
    return Optional.empty();
  }

  @Override
  public List<Redemption> redemptions(Optional<String> after, int limit) {
    return List.of();
  }

  @Override
  public LedgerStatus status() {
    LedgerStatus.Builder status =
        LedgerStatus.builder(
                accepted ? LedgerStatus.State.SERVING : LedgerStatus.State.DIFFERS, "sqlite")
            .rows(7_123, "00ff")
            .coupons(batches.size());
    if (!accepted) {
      status.difference(new LedgerStatus.Difference("D-7", "Row 7 is <torn>.", 1));
    }
    return status.build();
  }

  @Override
  public LedgerStatus accept(String differenceId, String by) {
    asked.add("accept " + differenceId + " by " + by);
    accepted = true;
    return status();
  }

  @Override
  public NewCoupons createBatch(BatchRequest request) {
    BatchStatus batch =
        BatchStatus.builder(request.batchId(), BatchStatus.State.OPEN)
            .codes(request.codes(), request.usesPerCode())
            .uses(3, 1)
            .valid(request.validFrom(), request.validUntil())
            .build();
    batches.add(batch);
    return new NewCoupons() {
      @Override
      public BatchStatus batch() {
        return batch;
      }

      @Override
      public int size() {
        return request.codes();
      }

      @Override
      public void forEach(Consumer<? super String> sink) {
        for (int n = 0; n < request.codes(); n++) {
          sink.accept(request.prefix() + n);
        }
      }
    };
  }

  @Override
  public BatchStatus block(String batchId) {
    asked.add("block " + batchId);
    BatchStatus blocked =
        BatchStatus.builder(batchId, BatchStatus.State.BLOCKED).codes(3, 1).build();
    batches.replaceAll(b -> b.batchId().equals(batchId) ? blocked : b);
    return blocked;
  }

  @Override
  public List<BatchStatus> batches() {
    return List.copyOf(batches);
  }

  @Override
  public Optional<CouponLook> coupon(String code) {
    return Optional.empty();
  }

  @Override
  public Redemption reserve(RedemptionRequest request, Duration ttl) {
    throw new IllegalStateException("not asked for");
  }

  @Override
  public Redemption commit(String id) {
    throw new IllegalStateException("not asked for");
  }

  @Override
  public Redemption release(String id) {
    throw new IllegalStateException("not asked for");
  }

  @Override
  public Redemption redeem(RedemptionRequest request) {
    throw new IllegalStateException("not asked for");
  }

  @Override
  public Reversal reverse(ReversalRequest request) {
    throw new IllegalStateException("not asked for");
  }

  @Override
  public Optional<Redemption> find(String id) {
    return Optional.empty();
  }

  @Override
  public Optional<Redemption> findByKey(String idempotencyKey) {
    return Optional.empty();
  }
}
