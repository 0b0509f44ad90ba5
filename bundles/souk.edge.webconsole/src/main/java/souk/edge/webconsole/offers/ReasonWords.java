package souk.edge.webconsole.offers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import souk.edge.webconsole.html.Messages;
import souk.model.Reason;
import souk.offer.api.OfferLanguage;

/**
 * Reasons in the language of the page, as far as there are words for them.
 *
 * @param language null while nobody knows words
 * @param locale of the page
 */
record ReasonWords(@Nullable OfferLanguage language, Locale locale) {
  static ReasonWords of(@Nullable OfferLanguage language, Messages messages) {
    return new ReasonWords(language, Locale.forLanguageTag(messages.language()));
  }

  String say(Reason reason) {
    return language == null ? reason.text() : language.say(reason, locale);
  }
}
