package souk.edge.rest.quotes;

import java.time.Instant;
import souk.edge.rest.doc.Shape;
import souk.kernel.api.StrategyRef;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Reason;
import souk.model.SnapshotId;
import souk.offer.api.AppliedOffer;
import souk.offer.api.Benefit;
import souk.offer.api.LineTax;
import souk.offer.api.OfferFinding;
import souk.offer.api.QuoteLine;
import souk.offer.api.Redemption;
import souk.offer.api.RejectedOffer;

/** The shapes of what {@link QuoteWriter} writes. */
public final class QuoteShapes {
  public static final Shape.Fields QUOTE =
      Shape.object("Quote")
          .with("decisionId", DecisionId.class)
          .with("snapshot", SnapshotId.class)
          .with("at", Instant.class)
          .with("lines", Shape.listOf(QuoteLine.class))
          .with("gross", Money.class)
          .with("discount", Money.class)
          .with("net", Money.class)
          .with("applied", Shape.listOf(AppliedOffer.class))
          .with("rejected", Shape.listOf(RejectedOffer.class))
          .with("notes", Shape.listOf(Reason.class))
          .with("strategies", Shape.listOf(StrategyRef.class))
          .with("benefits", Shape.listOf(Benefit.class))
          .with("taxes", Shape.listOf(LineTax.class))
          .with("pricesIncludeTax", boolean.class)
          .with("payable", Money.class)
          .optional("findings", Shape.listOf(OfferFinding.class));

  private static final Shape PROBLEM =
      Shape.object("CartProblem")
          .with("type", String.class)
          .with("title", String.class)
          .with("status", int.class)
          .with("detail", String.class);

  /** Answers to many carts, each with either a quote or a problem. */
  public static final Shape.Fields BATCH =
      Shape.object("Quotes")
          .with(
              "results",
              Shape.list(
                  Shape.object("QuoteResult")
                      .optional("quote", QUOTE)
                      .optional("problem", PROBLEM)));

  /** The same, with the name of the document that the carts were quoted with. */
  public static final Shape PREVIEW =
      BATCH.named("PreviewedQuotes").maybe("documentId", String.class);

  /** A cart that was paid or reserved. */
  public static final Shape RECEIPT =
      Shape.object("Receipt")
          .with("redemption", Redemption.class)
          .with("payable", Money.class)
          .with("quote", QUOTE.orNull());

  private QuoteShapes() {}
}
