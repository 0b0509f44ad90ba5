package souk.edge.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.offer.api.BatchRequest;
import souk.offer.api.BatchStatus;
import souk.offer.api.Checkout;
import souk.offer.api.CheckoutRequest;
import souk.offer.api.CouponLedger;
import souk.offer.api.DetailedQuote;
import souk.offer.api.LedgerException;
import souk.offer.api.LedgerStatus;
import souk.offer.api.NewCoupons;
import souk.offer.api.Receipt;
import souk.offer.api.Redemption;
import souk.offer.api.RedemptionRequest;
import souk.offer.api.Reversal;
import souk.offer.api.ReversalRequest;

/** A ledger in memory that knows one refusal: the order id is its code. */
final class OneLedger implements CouponLedger, Checkout {
  private final Map<String, Redemption> byId = new HashMap<>();
  private final Map<String, String> byKey = new HashMap<>();
  private final Map<String, String> contents = new HashMap<>();
  private final List<BatchStatus> batches = new ArrayList<>();
  LedgerStatus.State state = LedgerStatus.State.DIFFERS;
  CheckoutRequest last;

  @Override
  public Receipt redeem(CheckoutRequest request) {
    return paid(request, Redemption.State.COMMITTED, Optional.empty());
  }

  @Override
  public Receipt reserve(CheckoutRequest request, Duration ttl) {
    return paid(request, Redemption.State.RESERVED, Optional.of(Instant.EPOCH.plus(ttl)));
  }

  private Receipt paid(
      CheckoutRequest request, Redemption.State reached, Optional<Instant> expiresAt) {
    last = request;
    if (request.orderId().contains(".")) {
      throw new LedgerException(request.orderId(), "Refused.");
    }
    DetailedQuote quote = DetailedQuote.builder(SampleQuotes.of(request.quote())).build();
    String content = request.orderId() + request.quote().cart().lines();
    if (byKey.containsKey(request.key())) {
      if (!content.equals(contents.get(request.key()))) {
        throw new LedgerException(LedgerException.KEY_CONFLICT, "Another request had this key.");
      }
      Redemption first = byId.get(byKey.get(request.key()));
      return new Receipt(copy(first, first.state(), true), quote.payable(), Optional.empty());
    }
    Redemption.Builder fresh =
        Redemption.builder("R-" + byId.size(), request.orderId(), reached, Instant.EPOCH)
            .parts(
                List.of(
                    new Redemption.Part(
                        "O-1", quote.payable(), quote.payable(), Optional.of("B-1"))));
    expiresAt.ifPresent(fresh::expiresAt);
    Redemption redemption = fresh.build();
    byId.put(redemption.id(), redemption);
    byKey.put(request.key(), redemption.id());
    contents.put(request.key(), content);
    return new Receipt(redemption, quote.payable(), Optional.of(quote));
  }

  private static Redemption copy(Redemption r, Redemption.State state, boolean replayed) {
    return Redemption.builder(r.id(), r.orderId(), state, r.recordedAt())
        .parts(r.parts())
        .replayed(replayed)
        .build();
  }

  private Redemption step(String id, Redemption.State state) {
    Redemption known = byId.get(id);
    if (known == null) {
      throw new LedgerException("reservation.unknown", "No reservation has the id " + id + ".");
    }
    byId.put(id, copy(known, state, false));
    return byId.get(id);
  }

  @Override
  public Redemption reserve(RedemptionRequest request, Duration ttl) {
    throw new IllegalStateException("not asked for");
  }

  @Override
  public Redemption redeem(RedemptionRequest request) {
    throw new IllegalStateException("not asked for");
  }

  @Override
  public Redemption commit(String id) {
    return step(id, Redemption.State.COMMITTED);
  }

  @Override
  public Redemption release(String id) {
    return step(id, Redemption.State.RELEASED);
  }

  @Override
  public Reversal reverse(ReversalRequest request) {
    return Reversal.builder("V-1", request.redemptionId(), Instant.EPOCH)
        .usesGivenBack(request.whole())
        .replayed(request.key().equals("again"))
        .amounts(request.amounts())
        .build();
  }

  @Override
  public Optional<Redemption> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Optional<Redemption> findByKey(String idempotencyKey) {
    return Optional.ofNullable(byKey.get(idempotencyKey)).map(byId::get);
  }

  @Override
  public List<Redemption> redemptions(Optional<String> after, int limit) {
    return byId.values().stream()
        .sorted(Comparator.comparingInt(OneLedger::number))
        .filter(one -> after.isEmpty() || number(one) > Integer.parseInt(after.get().substring(2)))
        .limit(limit)
        .toList();
  }

  private static int number(Redemption one) {
    return Integer.parseInt(one.id().substring(2));
  }

  /** Takes orders that nobody asked for, with an amount and what of it came back. */
  void fill(int count, String orderId) {
    for (int i = 0; i < count; i++) {
      String id = "R-" + byId.size();
      byId.put(
          id,
          Redemption.builder(id, orderId, Redemption.State.PARTLY_REVERSED, Instant.EPOCH)
              .parts(
                  List.of(
                      new Redemption.Part(
                          "=OFFER()",
                          Money.ofMinor(1_250, Currency.getInstance("GBP")),
                          Money.ofMinor(305, Currency.getInstance("GBP")),
                          Optional.empty())))
              .build());
    }
  }

  @Override
  public LedgerStatus status() {
    LedgerStatus.Builder status = LedgerStatus.builder(state, "memory").rows(7, "00ff");
    if (state == LedgerStatus.State.DIFFERS) {
      status.difference(new LedgerStatus.Difference("D-1", "Row 7 is torn.", 1)).problem("Torn.");
    }
    return status.build();
  }

  @Override
  public LedgerStatus accept(String differenceId, String by) {
    if (!differenceId.equals("D-1")) {
      throw new LedgerException("ledger.other-difference", "The difference is another one.");
    }
    state = LedgerStatus.State.SERVING;
    return status();
  }

  @Override
  public NewCoupons createBatch(BatchRequest request) {
    if (batches.stream().anyMatch(b -> b.batchId().equals(request.batchId()))) {
      throw new LedgerException("batch.exists", "There is a batch of that id.");
    }
    BatchStatus batch =
        BatchStatus.builder(request.batchId(), BatchStatus.State.OPEN)
            .codes(request.codes(), request.usesPerCode())
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
    BatchStatus known =
        batches.stream()
            .filter(b -> b.batchId().equals(batchId))
            .findFirst()
            .orElseThrow(() -> new LedgerException("batch.unknown", "No batch."));
    batches.remove(known);
    BatchStatus blocked =
        BatchStatus.builder(batchId, BatchStatus.State.BLOCKED).codes(known.codes(), 1).build();
    batches.add(blocked);
    return blocked;
  }

  @Override
  public List<BatchStatus> batches() {
    return List.copyOf(batches);
  }

  @Override
  public Optional<CouponLook> coupon(String code) {
    return code.equals("SP1")
        ? Optional.of(new CouponLook("SPRING", false, "coupon.used"))
        : Optional.empty();
  }

  @Override
  public OfferUse use(String offerId, Optional<CustomerKey> customer) {
    return new OfferUse(3, OptionalLong.empty(), 150);
  }
}
