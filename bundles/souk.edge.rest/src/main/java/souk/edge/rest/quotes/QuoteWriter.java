package souk.edge.rest.quotes;

import java.util.List;
import souk.edge.rest.http.Answer;
import souk.kernel.api.StrategyRef;
import souk.model.Money;
import souk.model.Reason;
import souk.model.WaterfallStep;
import souk.offer.api.AppliedOffer;
import souk.offer.api.Benefit;
import souk.offer.api.DetailedQuote;
import souk.offer.api.LineTax;
import souk.offer.api.OfferFinding;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.api.RejectedOffer;

/** Writes quotes as JSON; {@link QuoteShapes} describes what it writes. */
public final class QuoteWriter {
  private static final int LINE = 900;
  private static final int REST = 1_500;
  private static final int REASON_SIZE = 300;
  private static final byte[] NULL = JsonBytes.literal("null");
  private static final byte[] DECISION = JsonBytes.literal("{\"decisionId\":");
  private static final byte[] SNAPSHOT = JsonBytes.literal(",\"snapshot\":");
  private static final byte[] AT = JsonBytes.literal(",\"at\":");
  private static final byte[] LINES = JsonBytes.literal(",\"lines\":");
  private static final byte[] LINE_ID = JsonBytes.literal("{\"lineId\":");
  private static final byte[] SKU = JsonBytes.literal(",\"sku\":");
  private static final byte[] QUANTITY = JsonBytes.literal(",\"quantity\":");
  private static final byte[] UNIT_PRICE = JsonBytes.literal(",\"unitPrice\":");
  private static final byte[] GROSS = JsonBytes.literal(",\"gross\":");
  private static final byte[] DISCOUNT = JsonBytes.literal(",\"discount\":");
  private static final byte[] NET = JsonBytes.literal(",\"net\":");
  private static final byte[] WATERFALL = JsonBytes.literal(",\"waterfall\":");
  private static final byte[] CODE = JsonBytes.literal("{\"code\":");
  private static final byte[] TEXT = JsonBytes.literal(",\"text\":");
  private static final byte[] AMOUNT = JsonBytes.literal(",\"amount\":");
  private static final byte[] ARGUMENTS = JsonBytes.literal(",\"arguments\":");
  private static final byte[] APPLIED = JsonBytes.literal(",\"applied\":");
  private static final byte[] REJECTED = JsonBytes.literal(",\"rejected\":");
  private static final byte[] OFFER_ID = JsonBytes.literal("{\"offerId\":");
  private static final byte[] NAME = JsonBytes.literal(",\"name\":");
  private static final byte[] REASON = JsonBytes.literal(",\"reason\":");
  private static final byte[] NOTES = JsonBytes.literal(",\"notes\":");
  private static final byte[] STRATEGIES = JsonBytes.literal(",\"strategies\":");
  private static final byte[] ROLE = JsonBytes.literal("{\"role\":");
  private static final byte[] STRATEGY = JsonBytes.literal(",\"strategy\":");
  private static final byte[] VERSION = JsonBytes.literal(",\"version\":");
  private static final byte[] BENEFITS = JsonBytes.literal(",\"benefits\":");
  private static final byte[] KIND = JsonBytes.literal(",\"kind\":");
  private static final byte[] TAXES = JsonBytes.literal(",\"taxes\":");
  private static final byte[] PERCENT = JsonBytes.literal(",\"percent\":");
  private static final byte[] TAX = JsonBytes.literal(",\"tax\":");
  private static final byte[] INCLUDED = JsonBytes.literal(",\"pricesIncludeTax\":");
  private static final byte[] PAYABLE = JsonBytes.literal(",\"payable\":");
  private static final byte[] FINDINGS = JsonBytes.literal(",\"findings\":");
  private static final byte[] FAILURE = JsonBytes.literal(",\"failure\":");
  private static final byte[] FIRST_KIND = JsonBytes.literal("{\"kind\":");
  private static final byte[] CONDITIONS = JsonBytes.literal(",\"conditions\":");
  private static final byte[] VALUE = JsonBytes.literal(",\"value\":");
  private static final byte[] REASONS = JsonBytes.literal(",\"reasons\":");

  private QuoteWriter() {}

  /** Writes one value. */
  @FunctionalInterface
  private interface Element<T> {
    void write(T value, JsonBytes out);
  }

  /**
   * A quote as an answer.
   *
   * @param explained whether the findings are part of the answer
   */
  public static Answer answer(DetailedQuote quote, boolean explained) {
    int expected =
        REST
            + LINE * quote.quote().lines().size()
            + REASON_SIZE * (quote.quote().rejected().size() + 2 * quote.findings().size());
    JsonBytes out = new JsonBytes(expected);
    write(quote, explained, out);
    return out.answer();
  }

  static void write(DetailedQuote detailed, boolean explained, JsonBytes out) {
    Quote quote = detailed.quote();
    out.raw(DECISION).text(quote.decisionId().value());
    out.raw(SNAPSHOT).text(quote.snapshot().value());
    out.raw(AT).text(quote.at().toString());
    list(out.raw(LINES), quote.lines(), QuoteWriter::line);
    out.raw(GROSS).money(quote.gross());
    out.raw(DISCOUNT).money(quote.discount());
    out.raw(NET).money(quote.net());
    list(out.raw(APPLIED), quote.applied(), QuoteWriter::applied);
    list(out.raw(REJECTED), quote.rejected(), QuoteWriter::rejected);
    list(out.raw(NOTES), quote.notes(), QuoteWriter::reason);
    list(out.raw(STRATEGIES), quote.strategies(), QuoteWriter::strategy);
    list(out.raw(BENEFITS), detailed.benefits(), QuoteWriter::benefit);
    list(out.raw(TAXES), detailed.taxes(), QuoteWriter::tax);
    out.raw(INCLUDED).flag(detailed.pricesIncludeTax());
    out.raw(PAYABLE).money(detailed.payable());
    if (explained) {
      list(out.raw(FINDINGS), detailed.findings(), QuoteWriter::finding);
    }
    out.raw('}');
  }

  private static <T> void list(JsonBytes out, List<T> values, Element<T> element) {
    out.raw('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.raw(',');
      }
      element.write(values.get(i), out);
    }
    out.raw(']');
  }

  private static void line(QuoteLine line, JsonBytes out) {
    out.raw(LINE_ID).text(line.lineId()).raw(SKU).text(line.sku().value());
    out.raw(QUANTITY).number(line.quantity()).raw(UNIT_PRICE).money(line.unitPrice());
    out.raw(GROSS).money(line.gross()).raw(DISCOUNT).money(line.discount());
    out.raw(NET).money(line.net());
    list(out.raw(WATERFALL), line.waterfall(), QuoteWriter::step);
    out.raw('}');
  }

  private static void step(WaterfallStep step, JsonBytes out) {
    out.raw(CODE).text(step.code()).raw(TEXT).text(step.text());
    out.raw(AMOUNT).money(step.amount()).raw('}');
  }

  private static void applied(AppliedOffer offer, JsonBytes out) {
    out.raw(OFFER_ID).text(offer.offerId()).raw(NAME).text(offer.name());
    out.raw(DISCOUNT).money(offer.discount()).raw('}');
  }

  private static void rejected(RejectedOffer offer, JsonBytes out) {
    out.raw(OFFER_ID).text(offer.offerId()).raw(NAME).text(offer.name()).raw(REASON);
    reason(offer.reason(), out);
    out.raw('}');
  }

  private static void reason(Reason reason, JsonBytes out) {
    out.raw(CODE).text(reason.code()).raw(TEXT).text(reason.text());
    list(out.raw(ARGUMENTS), reason.arguments(), (argument, o) -> o.text(argument));
    out.raw('}');
  }

  private static void strategy(StrategyRef strategy, JsonBytes out) {
    out.raw(ROLE).text(strategy.role()).raw(STRATEGY).text(strategy.strategy());
    out.raw(VERSION).text(strategy.version()).raw('}');
  }

  private static void benefit(Benefit benefit, JsonBytes out) {
    out.raw(OFFER_ID).text(benefit.offerId()).raw(KIND).text(benefit.kind().name()).raw(SKU);
    benefit.sku().ifPresentOrElse(sku -> out.text(sku.value()), () -> out.raw(NULL));
    out.raw(AMOUNT).number(benefit.amount()).raw('}');
  }

  private static void tax(LineTax tax, JsonBytes out) {
    out.raw(LINE_ID).text(tax.lineId()).raw(PERCENT).number(tax.percent());
    out.raw(TAX).money(tax.tax()).raw('}');
  }

  private static void finding(OfferFinding finding, JsonBytes out) {
    out.raw(OFFER_ID).text(finding.offerId()).raw(NAME).text(finding.name());
    out.raw(APPLIED).flag(finding.applied());
    list(out.raw(CONDITIONS), finding.conditions(), QuoteWriter::check);
    out.raw(VALUE);
    finding.value().ifPresentOrElse((Money value) -> out.money(value), () -> out.raw(NULL));
    list(out.raw(REASONS), finding.reasons(), QuoteWriter::reason);
    out.raw('}');
  }

  private static void check(OfferFinding.Check check, JsonBytes out) {
    out.raw(FIRST_KIND).text(check.kind()).raw(FAILURE);
    check.failure().ifPresentOrElse(failure -> reason(failure, out), () -> out.raw(NULL));
    out.raw('}');
  }
}
