package souk.edge.rest.quotes;

import java.util.Optional;
import souk.edge.rest.http.Answer;
import souk.offer.api.DetailedQuote;

/** Writes the answers to many carts, in their order. For use by one thread. */
public final class BatchWriter {
  private static final int EXPECTED = 64 << 10;
  private static final byte[] BEGIN = JsonBytes.literal("{\"results\":[");
  private static final byte[] QUOTE = JsonBytes.literal("{\"quote\":");
  private static final byte[] PROBLEM = JsonBytes.literal("{\"problem\":");
  private static final byte[] DOCUMENT = JsonBytes.literal("],\"documentId\":");
  private static final byte[] END = JsonBytes.literal("]}");

  private final JsonBytes out = new JsonBytes(EXPECTED);
  private final boolean explained;

  public BatchWriter(boolean explained) {
    this.explained = explained;
    out.raw(BEGIN);
  }

  public void quote(DetailedQuote quote) {
    separate();
    out.raw(QUOTE);
    QuoteWriter.write(quote, explained, out);
    out.raw('}');
  }

  /**
   * A cart without a quote.
   *
   * @param problem JSON of the problem
   */
  public void problem(byte[] problem) {
    separate();
    out.raw(PROBLEM).raw(problem).raw('}');
  }

  public Answer answer() {
    return out.raw(END).answer();
  }

  /** The same, with the name of the document that the carts were quoted with. */
  public Answer answer(Optional<String> documentId) {
    out.raw(DOCUMENT);
    documentId.ifPresentOrElse(out::text, () -> out.ascii("null"));
    return out.raw('}').answer();
  }

  private void separate() {
    if (out.size() > BEGIN.length) {
      out.raw(',');
    }
  }
}
