package souk.edge.rest.resources;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.CsvRows;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.http.Title;
import souk.edge.rest.quotes.CartReader;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Progress;
import souk.offer.api.BatchRequest;
import souk.offer.api.BatchStatus;
import souk.offer.api.CouponLedger;
import souk.offer.api.LedgerView;
import souk.offer.api.NewCoupons;

/** Batches of coupons: made as a job, handed out once, looked at, blocked. */
final class CouponResource {
  private static final String JOB = "coupons";

  private final Rooms rooms;
  private final JobStarter jobs;
  private final CouponExports exports;

  CouponResource(Rooms rooms, JobStarter jobs, Clock clock) {
    this.rooms = rooms;
    this.jobs = jobs;
    this.exports = new CouponExports(clock);
  }

  /**
   * Body of a new batch.
   *
   * @param batchId unique; offers ask for it
   * @param codes how many, up to 1,000,000
   * @param usesPerCode orders that may use one code; 1 if left out
   * @param prefix what all codes begin with, up to 12 of A-Z and 0-9
   * @param validFrom first instant at which a code may be used
   * @param validUntil first instant at which no code may be used any more
   * @param reason for the audit
   */
  record NewBatch(
      String batchId,
      @Nullable Integer codes,
      @Nullable Integer usesPerCode,
      @Nullable String prefix,
      @Nullable String validFrom,
      @Nullable String validUntil,
      String reason) {}

  /**
   * Body of a block.
   *
   * @param reason for the audit
   */
  record Block(String reason) {}

  /**
   * Body of a fetch.
   *
   * @param format csv, which it is if left out
   */
  record Fetch(@Nullable String format) {}

  /**
   * Body of a look.
   *
   * @param code as typed
   */
  record Code(String code) {}

  List<Route> routes() {
    return List.of(
        Route.post("/coupons/batches", Right.MERCHANDISE, this::create)
            .says("Makes up to a million coupon codes, to be fetched once.")
            .takes(NewBatch.class)
            .starts(
                Shape.object("NewCoupons")
                    .with("batch", BatchStatus.class)
                    .with("export", String.class))
            .fails(409, "batch.exists", "export.too-many")
            .fails(503, "ledger.*"),
        Route.post("/coupons/exports/{id}", Right.MERCHANDISE, this::fetch)
            .changesNothing()
            .says("The codes of a new batch as CSV, for this once.")
            .takes(Fetch.class)
            .answers(Shape.TEXT, CsvRows.MEDIA_TYPE.split(";", 2)[0])
            .fails(404, "export.unknown"),
        Route.get("/coupons/batches", Right.READ, this::list)
            .says("All batches of coupons by id, with their uses.")
            .paged()
            .answers(Shape.listOf(BatchStatus.class))
            .fails(503, "ledger.*"),
        Route.get("/coupons/batches/{id}", Right.READ, this::one)
            .says("One batch of coupons with its uses.")
            .answers(Shape.of(BatchStatus.class))
            .fails(404, "batch.unknown")
            .fails(503, "ledger.*"),
        Route.post("/coupons/batches/{id}/block", Right.MERCHANDISE, this::block)
            .says("Lets no coupon of a batch be used from now on; uses so far stay.")
            .takes(Block.class)
            .answers(Shape.of(BatchStatus.class))
            .fails(404, "batch.unknown")
            .fails(503, "ledger.*"),
        Route.post("/coupons/look", Right.QUOTE, this::look)
            .changesNothing()
            .says("Whether a code may be used now, and if not, why.")
            .takes(Code.class)
            .answers(Shape.of(LedgerView.CouponLook.class))
            .fails(404, "coupon.unknown"));
  }

  private CouponLedger ledger() {
    return rooms.get(CouponLedger.class);
  }

  private Object create(Request request) {
    NewBatch body = request.body(NewBatch.class);
    BatchRequest wish = wish(body);
    String reason = Fields.reason(body.reason());
    CouponLedger ledger = ledger();
    AuditTrail audit = rooms.get(AuditTrail.class);
    if (!exports.roomy()) {
      throw ProblemException.of(
          409,
          "export.too-many",
          Title.NOT_READY,
          "The codes of several new batches were not fetched yet.%nMaybe fetch them, or wait an hour: then they are forgotten."
              .formatted());
    }
    return jobs.start(
        request,
        JOB,
        progress -> {
          audit.record(
              AuditEntry.builder(request.actor(), "coupons.create", wish.batchId())
                  .reason(reason)
                  .after(wish.codes() + " codes")
                  .build());
          return made(ledger, wish, progress);
        });
  }

  private Object made(CouponLedger ledger, BatchRequest wish, Progress progress) {
    progress.report(0, wish.codes(), "Making codes");
    NewCoupons coupons = ledger.createBatch(wish);
    progress.report(wish.codes(), wish.codes(), "Codes are usable");
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("batch", coupons.batch());
    view.put("export", "/api/v1/coupons/exports/" + exports.keep(coupons));
    return view;
  }

  private static BatchRequest wish(NewBatch body) {
    BatchRequest.Builder wish =
        BatchRequest.builder(
                Fields.required("batchId", body.batchId()), Fields.required("codes", body.codes()))
            .usesPerCode(Fields.or(body.usesPerCode(), 1))
            .prefix(Fields.or(body.prefix(), ""));
    CartReader.instant("validFrom", body.validFrom()).ifPresent(wish::validFrom);
    CartReader.instant("validUntil", body.validUntil()).ifPresent(wish::validUntil);
    return wish.build();
  }

  private Object fetch(Request request) {
    Fetch body = request.body(Fetch.class);
    if (!Fields.or(body.format(), "csv").equals("csv")) {
      throw ProblemException.badRequest(
          "body.impossible-value", "Field format must be csv, but is %s.".formatted(body.format()));
    }
    String id = request.parameter("id");
    CouponExports.Waiting waiting =
        exports
            .take(id)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        404,
                        "export.unknown",
                        Title.NO_SUCH_THING,
                        "No codes wait under the id %s.%nMaybe they were fetched before: codes are handed out once. Block the batch and make another."
                            .formatted(id)));
    return Answer.file(
        CsvRows.MEDIA_TYPE,
        "coupons-" + waiting.coupons().batch().batchId() + ".csv",
        out -> send(id, waiting, out));
  }

  /** Codes that did not go out whole can be fetched again. */
  private void send(String id, CouponExports.Waiting waiting, OutputStream out) throws IOException {
    boolean sent = false;
    try {
      String batch = waiting.coupons().batch().batchId();
      CsvRows rows = new CsvRows(out);
      rows.row("batch_id", "code");
      waiting.coupons().forEach(code -> rows.row(batch, code));
      rows.end();
      sent = true;
    } finally {
      if (!sent) {
        exports.putBack(id, waiting);
      }
    }
  }

  private Object list(Request request) {
    return Page.of(request, ledger().batches(), Page.MOST, batch -> batch);
  }

  private Object one(Request request) {
    String id = request.parameter("id");
    return ledger().batches().stream()
        .filter(batch -> batch.batchId().equals(id))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("batch", id));
  }

  private Object block(Request request) {
    String id = request.parameter("id");
    String reason = Fields.reason(request.body(Block.class).reason());
    CouponLedger ledger = ledger();
    rooms
        .get(AuditTrail.class)
        .record(AuditEntry.builder(request.actor(), "coupons.block", id).reason(reason).build());
    return ledger.block(id);
  }

  private Object look(Request request) {
    String code = Fields.required("code", request.body(Code.class).code());
    return ledger()
        .coupon(code)
        .orElseThrow(
            () ->
                ProblemException.of(
                    404,
                    "coupon.unknown",
                    Title.NO_SUCH_THING,
                    "No batch has this code.%nMaybe it is misspelt, or it is a code that all customers share."
                        .formatted()));
  }
}
