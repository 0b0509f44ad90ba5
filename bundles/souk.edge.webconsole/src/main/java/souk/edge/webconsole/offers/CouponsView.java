package souk.edge.webconsole.offers;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;
import souk.offer.api.BatchRequest;
import souk.offer.api.BatchStatus;
import souk.offer.api.LedgerStatus;

/** Batches of coupons, codes that wait to be fetched, and the ledger that counts their uses. */
final class CouponsView {
  private final Sheet sheet;

  CouponsView(Sheet sheet) {
    this.sheet = sheet;
  }

  void ledger(LedgerStatus status) {
    sheet.section("ledger", sheet.text("offers.ledger"));
    sheet.html().open("dl");
    String state = status.state().name().toLowerCase(Locale.ROOT);
    sheet.html().open("div").element("dt", sheet.text("offers.ledger.state")).open("dd");
    boolean good = status.state() == LedgerStatus.State.SERVING;
    sheet
        .html()
        .element(
            "span",
            sheet.text("ledger.state." + state),
            "class",
            good ? "badge done" : "badge failed");
    sheet.html().close().close();
    figure("offers.ledger.store", status.store());
    live("offers.ledger.rows", "ledger-rows", status.rows());
    live("offers.ledger.reserved", "ledger-reserved", status.reserved());
    live("offers.ledger.coupons", "ledger-coupons", status.coupons());
    sheet.html().close();
    status.problem().ifPresent(text -> sheet.html().element("p", text, "class", "bad"));
    status.difference().ifPresent(this::difference);
    sheet.endSection();
  }

  private void difference(LedgerStatus.Difference difference) {
    sheet.html().open("div", "class", "report block", "role", "alert");
    sheet.html().element("strong", sheet.text("offers.ledger.differs", difference.lost()));
    sheet.html().element("p", difference.text());
    sheet.html().element("p", sheet.text("offers.ledger.differs.hint"));
    sheet.form();
    sheet.hidden("difference", difference.id());
    sheet.reason();
    sheet.html().open("label", "class", "check");
    sheet
        .html()
        .single("input", "type", "checkbox", "name", "confirm", "value", "yes", "required", "");
    sheet.html().text(sheet.text("offers.ledger.confirm")).close();
    sheet.html().open("div", "class", "buttons");
    sheet.button(sheet.text("offers.action.accept"), "accept");
    sheet.html().close();
    sheet.endForm();
    sheet.html().close();
  }

  private void figure(String key, Object value) {
    sheet.html().open("div").element("dt", sheet.text(key)).element("dd", value).close();
  }

  private void live(String key, String name, long value) {
    sheet.html().open("div").element("dt", sheet.text(key));
    sheet.html().element("dd", Figures.count(value), "data-live", name).close();
  }

  void absent() {
    sheet.section("ledger", sheet.text("offers.ledger"));
    sheet.empty(sheet.text("offers.ledger.absent"));
    sheet.endSection();
  }

  void batches(List<BatchStatus> batches, List<NewCodes.Waiting> waiting) {
    sheet.section("coupons", sheet.text("offers.coupons"));
    sheet.region("new-codes");
    waiting.forEach(this::waiting);
    sheet.endRegion();
    sheet.region("batches");
    if (batches.isEmpty()) {
      sheet.empty(sheet.text("offers.coupons.none"));
    } else {
      sheet.table("coupons", "batch", "state", "codes", "used", "reserved", "valid", "change");
      batches.forEach(this::batch);
      sheet.endTable();
    }
    sheet.endRegion();
    generate();
    sheet.endSection();
  }

  private void waiting(NewCodes.Waiting codes) {
    sheet.html().open("div", "class", "report");
    sheet
        .html()
        .element(
            "p",
            sheet.text(
                "offers.codes.wait",
                Figures.count(codes.coupons().size()),
                codes.coupons().batch().batchId(),
                Figures.time(codes.until())));
    sheet
        .html()
        .element(
            "a",
            sheet.text("offers.codes.fetch"),
            "href",
            sheet.address("/coupons.csv", "export", codes.id()),
            "download",
            "");
    sheet.html().close();
  }

  private void batch(BatchStatus batch) {
    sheet.row();
    sheet.open("batch");
    sheet.html().element("strong", batch.batchId()).close();
    String state = batch.state().name().toLowerCase(Locale.ROOT);
    sheet.open("state");
    sheet.html().element("span", sheet.text("batch.state." + state), "class", "badge " + state);
    sheet.html().close();
    sheet.figure(
        "codes",
        Figures.count(batch.codes())
            + (batch.usesPerCode() == 1 ? "" : " × " + Figures.count(batch.usesPerCode())));
    sheet.open("used");
    long uses = Math.max(1, batch.codes() * batch.usesPerCode());
    sheet
        .html()
        .element(
            "meter",
            Long.toString(batch.used()),
            "min",
            "0",
            "max",
            Long.toString(uses),
            "value",
            Long.toString(batch.used()),
            "aria-label",
            sheet.text("offers.used-of", batch.used(), uses));
    sheet.html().text(" " + Figures.count(batch.used())).close();
    sheet.figure("reserved", Figures.count(batch.reserved()));
    sheet.when("valid").text(time(batch.validFrom())).single("br");
    sheet.html().text(sheet.text("offers.until", time(batch.validUntil()))).close();
    sheet.open("change");
    if (batch.state() == BatchStatus.State.OPEN) {
      sheet.html().open("details").element("summary", sheet.text("offers.block"));
      sheet.form();
      sheet.hidden("batch", batch.batchId());
      sheet.reason();
      sheet.html().open("div", "class", "buttons");
      sheet.button(sheet.text("offers.action.block"), "block");
      sheet.html().close();
      sheet.endForm();
      sheet.html().close();
    } else {
      sheet.html().text("–");
    }
    sheet.html().close();
    sheet.endRow();
  }

  private static String time(Optional<Instant> instant) {
    return instant.map(Figures::time).orElse("–");
  }

  private void generate() {
    sheet.html().open("details", "id", "generate");
    sheet.html().element("summary", sheet.text("offers.generate"));
    sheet.html().element("p", sheet.text("offers.generate.hint"));
    sheet.form();
    sheet.html().open("div", "class", "fields");
    sheet.field(sheet.text("offers.batch-id"), "batch", "", "required", "", "maxlength", "200");
    number("offers.codes", "codes", "1000", BatchRequest.MAX_CODES);
    number("offers.uses-per-code", "uses", "1", BatchRequest.MAX_USES);
    sheet.field(
        sheet.text("offers.prefix"), "prefix", "", "maxlength", "12", "pattern", "[A-Z0-9]{0,12}");
    sheet.field(sheet.text("offers.valid-from"), "from", "", "placeholder", "2026-12-01T00:00:00Z");
    sheet.field(
        sheet.text("offers.valid-until"), "until", "", "placeholder", "2027-01-01T00:00:00Z");
    sheet.html().close();
    sheet.reason();
    sheet.html().open("div", "class", "buttons");
    sheet.button(sheet.text("offers.action.generate"), "generate");
    sheet.html().close();
    sheet.endForm();
    sheet.html().close();
  }

  private void number(String label, String name, String value, int most) {
    sheet.html().open("label").text(sheet.text(label)).text(" ");
    sheet
        .html()
        .single(
            "input",
            "type",
            "number",
            "name",
            name,
            "value",
            value,
            "min",
            "1",
            "max",
            Integer.toString(most),
            "step",
            "1",
            "required",
            "");
    sheet.html().close();
  }
}
