package souk.offer.api;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.Reason;

/**
 * Offers as text: reads, checks and writes the JSON that people and programs exchange. Safe for use
 * by many threads.
 */
@ProviderType
public interface OfferLanguage {
  /** JSON Schema (2020-12) of the language: all built-in kinds with their parameters. */
  String schema();

  /**
   * Reads a document, a list of offers or a single offer, and says all that is wrong with it. Never
   * throws for what the text contains.
   *
   * @param json UTF-8
   * @param around what is known beside the text: a currency it does not state, prices to compare
   *     with
   */
  OfferReading read(byte[] json, OfferSurroundings around);

  /**
   * The normal form of a document: members in the order of the schema, amounts in minor units,
   * times in UTC, nothing that equals its default. Reading and writing it again gives the same
   * text.
   */
  String write(OfferDocument document);

  /** The normal form of one offer, as it stands in a document. */
  String write(Offer offer);

  /**
   * A reason of a quote in the words of a language, by its code; its own text where there are no
   * words for it.
   */
  default String say(Reason reason, Locale locale) {
    return reason.text();
  }
}
