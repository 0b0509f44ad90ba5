package souk.edge.rest.quotes;

import souk.offer.api.Receipt;

/** Writes what was paid as JSON. */
public final class ReceiptWriter {
  private static final int REST = 1_000;
  private static final byte[] REDEMPTION = JsonBytes.literal("{\"redemption\":");
  private static final byte[] PAYABLE = JsonBytes.literal(",\"payable\":");
  private static final byte[] QUOTE = JsonBytes.literal(",\"quote\":");

  private ReceiptWriter() {}

  /**
   * UTF-8 of a receipt.
   *
   * @param redemption JSON of its redemption
   */
  public static byte[] bytes(Receipt receipt, byte[] redemption) {
    JsonBytes out = new JsonBytes(REST + 8 * redemption.length);
    out.raw(REDEMPTION).raw(redemption).raw(PAYABLE).money(receipt.payable()).raw(QUOTE);
    receipt
        .quote()
        .ifPresentOrElse(quote -> QuoteWriter.write(quote, false, out), () -> out.ascii("null"));
    return out.raw('}').toBytes();
  }
}
