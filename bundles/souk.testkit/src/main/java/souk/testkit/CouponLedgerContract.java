package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.model.CustomerKey;
import souk.offer.api.LedgerStatus;
import souk.offer.api.OfferLimits;
import souk.offer.api.Redemption;
import souk.offer.api.Redemption.State;
import souk.offer.api.RedemptionRequest;
import souk.offer.api.ReversalRequest;

/** What every coupon ledger must hold to, over whatever store. */
public abstract class CouponLedgerContract extends CouponLedgerRefunds {
  @Test
  void aRedemptionIsCountedAndFoundAgainAfterARestart() throws Exception {
    String offer = name("offer");
    CustomerKey customer = new CustomerKey(name("customer"));
    String key = name("key");
    Redemption done =
        ledger().redeem(request(key).customer(customer).claim(claim(offer, 250, limit(9))).build());
    assertEquals(State.COMMITTED, done.state());
    assertEquals(START, done.recordedAt());
    assertEquals(gbp(250), done.parts().get(0).amount());
    restart();
    assertEquals(1, ledger().use(offer, Optional.empty()).orders());
    assertEquals(250, ledger().use(offer, Optional.empty()).spentMinor());
    assertEquals(1, ledger().use(offer, Optional.of(customer)).ordersOfCustomer().orElseThrow());
    Optional<CustomerKey> other = Optional.of(new CustomerKey(name("customer")));
    assertEquals(0, ledger().use(offer, other).ordersOfCustomer().orElseThrow());
    Redemption found = ledger().find(done.id()).orElseThrow();
    assertEquals("order-of-" + key, found.orderId());
    assertEquals(State.COMMITTED, found.state());
    assertEquals(done.id(), ledger().findByKey(key).orElseThrow().id());
    assertTrue(ledger().find("R999999999").isEmpty());
    assertTrue(ledger().find("rubbish").isEmpty());
  }

  @Test
  void theSameKeyGetsTheFirstAnswerAgain() throws Exception {
    String offer = name("offer");
    RedemptionRequest request = request(name("k")).claim(claim(offer, 7, limit(2))).build();
    Redemption first = ledger().redeem(request);
    Redemption again = ledger().redeem(request);
    assertEquals(first.id(), again.id());
    assertFalse(first.replayed());
    assertTrue(again.replayed());
    RedemptionRequest late =
        RedemptionRequest.builder(request.key(), request.orderId(), START.plusSeconds(9))
            .claim(request.claims().get(0))
            .build();
    assertEquals(first.id(), ledger().redeem(late).id(), "the instant is not part of the content");
    RedemptionRequest other = request(request.key()).claim(claim(offer, 8, limit(2))).build();
    assertEquals("key.conflict", refused(() -> ledger().redeem(other)));
    assertEquals("key.conflict", refused(() -> ledger().reserve(request, Duration.ofMinutes(1))));
    restart();
    assertEquals(first.id(), ledger().redeem(request).id());
    assertEquals("key.conflict", refused(() -> ledger().redeem(other)));
    assertEquals(1, ledger().use(offer, Optional.empty()).orders());
  }

  @Test
  void aRefusalIsRepeatedEvenIfThereIsRoomAgain() throws Exception {
    String offer = name("offer");
    Redemption held =
        ledger()
            .reserve(
                request(name("k")).claim(claim(offer, 1, limit(1))).build(), Duration.ofHours(1));
    RedemptionRequest late = request(name("k")).claim(claim(offer, 1, limit(1))).build();
    assertEquals("limit.total", refused(() -> ledger().redeem(late)));
    ledger().release(held.id());
    assertEquals("limit.total", refused(() -> ledger().redeem(late)));
    restart();
    assertEquals("limit.total", refused(() -> ledger().redeem(late)));
    ledger().redeem(request(name("k")).claim(claim(offer, 1, limit(1))).build());
  }

  @Test
  void reservationsAreCommittedReleasedOrExpire() throws Exception {
    String offer = name("offer");
    Redemption one = reserve(offer, 3);
    Redemption two = reserve(offer, 3);
    Redemption three = reserve(offer, 3);
    assertEquals(State.RESERVED, one.state());
    assertEquals(START.plus(Duration.ofMinutes(5)), one.expiresAt().orElseThrow());
    assertEquals("limit.total", refused(() -> reserve(offer, 3)));
    assertEquals(State.COMMITTED, ledger().commit(one.id()).state());
    assertEquals(State.COMMITTED, ledger().commit(one.id()).state());
    assertEquals(State.RELEASED, ledger().release(two.id()).state());
    assertEquals(State.RELEASED, ledger().release(two.id()).state());
    assertEquals("reservation.committed", refused(() -> ledger().release(one.id())));
    assertEquals("reservation.released", refused(() -> ledger().commit(two.id())));
    assertEquals("reservation.unknown", refused(() -> ledger().commit("R999999999")));
    assertEquals(2, ledger().use(offer, Optional.empty()).orders());
    restart();
    clock().advance(Duration.ofMinutes(5).minusMillis(1));
    assertEquals(State.RESERVED, ledger().find(three.id()).orElseThrow().state());
    clock().advance(Duration.ofMillis(1));
    assertEquals("reservation.expired", refused(() -> ledger().commit(three.id())));
    assertEquals(State.EXPIRED, ledger().find(three.id()).orElseThrow().state());
    assertEquals(1, ledger().use(offer, Optional.empty()).orders());
    restart();
    assertEquals(1, ledger().use(offer, Optional.empty()).orders());
    assertEquals(State.EXPIRED, ledger().find(three.id()).orElseThrow().state());
    assertEquals(0, ledger().status().reserved());
  }

  @Test
  void theStatusNamesRowsAndTheirHash() {
    LedgerStatus before = ledger().status();
    assertEquals(LedgerStatus.State.SERVING, before.state());
    ledger().redeem(request(name("k")).claim(claim(name("offer"), 1, limit(2))).build());
    LedgerStatus after = ledger().status();
    assertEquals(before.rows() + 1, after.rows());
    assertNotEquals(before.chainHash(), after.chainHash());
    assertTrue(after.difference().isEmpty());
    assertEquals(LedgerStatus.State.SERVING, ledger().accept("D0", "somebody").state());
  }

  @Test
  void redemptionsAreListedInTheirOrderAsTheyAreNow() throws Exception {
    String offer = name("offer");
    Redemption first = ledger().redeem(request(name("k")).claim(claim(offer, 5, limit(3))).build());
    Redemption held = reserve(offer, 3);
    Redemption third =
        ledger().redeem(request(name("k")).claim(claim(offer, 50, limit(3))).build());
    assertEquals("limit.total", refused(() -> reserve(offer, 3)));
    ledger().reverse(ReversalRequest.builder(name("k"), third.id()).amount(offer, gbp(20)).build());
    restart();
    ledger().release(held.id());
    Redemption last =
        ledger()
            .redeem(request(name("k")).claim(claim(name("offer"), 1, OfferLimits.none())).build());
    List<Redemption> listed = new ArrayList<>(ledger().redemptions(Optional.of(first.id()), 1));
    assertEquals(1, listed.size(), "no more than was asked for");
    for (List<Redemption> page = listed;
        !page.isEmpty();
        page = ledger().redemptions(Optional.of(listed.get(listed.size() - 1).id()), 2)) {
      if (page != listed) {
        listed.addAll(page);
      }
    }
    assertEquals(
        List.of(held.id(), third.id(), last.id()), listed.stream().map(Redemption::id).toList());
    assertEquals(
        List.of(State.RELEASED, State.PARTLY_REVERSED, State.COMMITTED),
        listed.stream().map(Redemption::state).toList());
    assertEquals(gbp(20), listed.get(1).parts().get(0).reversed());
    List<Redemption> all = ledger().redemptions(Optional.empty(), 1_000);
    assertEquals(first.id(), all.get(all.size() - 4).id());
    assertEquals(State.COMMITTED, all.get(all.size() - 4).state());
    assertEquals(
        "reservation.unknown", refused(() -> ledger().redemptions(Optional.of("rubbish"), 1)));
    assertThrows(
        IllegalArgumentException.class, () -> ledger().redemptions(Optional.empty(), 1_001));
  }
}
