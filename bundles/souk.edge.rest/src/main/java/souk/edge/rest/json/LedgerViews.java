package souk.edge.rest.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import souk.edge.rest.doc.Shape;
import souk.model.Money;
import souk.offer.api.BatchStatus;
import souk.offer.api.LedgerStatus;
import souk.offer.api.PaidLine;
import souk.offer.api.Redemption;
import souk.offer.api.Reversal;

/** How redemptions, coupons and the ledger look in JSON. */
final class LedgerViews {
  private static final Shape REDEMPTION =
      Shape.object("Redemption")
          .with("id", String.class)
          .with("orderId", String.class)
          .with("state", Redemption.State.class)
          .with("recordedAt", Instant.class)
          .maybe("expiresAt", Instant.class)
          .with("parts", Shape.listOf(Redemption.Part.class))
          .with("lines", Shape.listOf(PaidLine.class))
          .with("pricesIncludeTax", boolean.class);

  private static final Shape REVERSAL =
      Shape.object("Reversal")
          .with("id", String.class)
          .with("redemptionId", String.class)
          .with("recordedAt", Instant.class)
          .with("lines", Shape.listOf(Reversal.Line.class))
          .with("amounts", Shape.mapOf(Money.class))
          .with("usesGivenBack", boolean.class)
          .maybe("refund", Money.class);

  private static final Shape BATCH =
      Shape.object("CouponBatch")
          .with("batchId", String.class)
          .with("state", BatchStatus.State.class)
          .with("codes", long.class)
          .with("usesPerCode", int.class)
          .with("used", long.class)
          .with("reserved", long.class)
          .maybe("validFrom", Instant.class)
          .maybe("validUntil", Instant.class);

  private static final Shape STATUS =
      Shape.object("LedgerStatus")
          .with("state", LedgerStatus.State.class)
          .with("store", String.class)
          .with("rows", long.class)
          .with("checkedRows", long.class)
          .with("chainHash", String.class)
          .with("reserved", long.class)
          .with("coupons", long.class)
          .maybe("difference", LedgerStatus.Difference.class)
          .maybe("problem", String.class);

  private LedgerViews() {}

  static void addTo(SimpleModule module) {
    ViewModule.add(module, Redemption.class, LedgerViews::redemption);
    ViewModule.add(module, Reversal.class, LedgerViews::reversal);
    ViewModule.add(module, BatchStatus.class, LedgerViews::batch);
    ViewModule.add(module, LedgerStatus.class, LedgerViews::status);
  }

  static Map<Class<?>, Shape> shapes() {
    return Map.of(
        Redemption.class, REDEMPTION,
        Reversal.class, REVERSAL,
        BatchStatus.class, BATCH,
        LedgerStatus.class, STATUS);
  }

  private static Map<String, Object> redemption(Redemption r) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", r.id());
    view.put("orderId", r.orderId());
    view.put("state", r.state());
    view.put("recordedAt", r.recordedAt());
    view.put("expiresAt", r.expiresAt());
    view.put("parts", r.parts());
    view.put("lines", r.lines());
    view.put("pricesIncludeTax", r.pricesIncludeTax());
    return view;
  }

  private static Map<String, Object> reversal(Reversal r) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", r.id());
    view.put("redemptionId", r.redemptionId());
    view.put("recordedAt", r.recordedAt());
    view.put("lines", r.lines());
    view.put("amounts", r.amounts());
    view.put("usesGivenBack", r.usesGivenBack());
    view.put("refund", r.refund());
    return view;
  }

  private static Map<String, Object> batch(BatchStatus b) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("batchId", b.batchId());
    view.put("state", b.state());
    view.put("codes", b.codes());
    view.put("usesPerCode", b.usesPerCode());
    view.put("used", b.used());
    view.put("reserved", b.reserved());
    view.put("validFrom", b.validFrom());
    view.put("validUntil", b.validUntil());
    return view;
  }

  private static Map<String, Object> status(LedgerStatus s) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("state", s.state());
    view.put("store", s.store());
    view.put("rows", s.rows());
    view.put("checkedRows", s.checkedRows());
    view.put("chainHash", s.chainHash());
    view.put("reserved", s.reserved());
    view.put("coupons", s.coupons());
    view.put("difference", s.difference());
    view.put("problem", s.problem());
    return view;
  }
}
