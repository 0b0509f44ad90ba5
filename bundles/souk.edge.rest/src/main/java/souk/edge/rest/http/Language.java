package souk.edge.rest.http;

import java.util.List;
import java.util.Locale;

/** The language a client asks for. */
public final class Language {
  private static final List<Locale> SPOKEN =
      List.of(Locale.ENGLISH, Locale.CHINESE, Locale.SIMPLIFIED_CHINESE);

  private Language() {}

  /** English or Simplified Chinese, by {@code Accept-Language}; English if in doubt. */
  static Locale of(Exchange exchange) {
    return of(exchange.header("Accept-Language").orElse(""));
  }

  /**
   * The same.
   *
   * @param wanted value of {@code Accept-Language}; empty if there is none
   */
  public static Locale of(String wanted) {
    if (wanted.isEmpty() || wanted.length() > 200) {
      return Locale.ENGLISH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(wanted), SPOKEN);
      return best == null ? Locale.ENGLISH : best;
    } catch (IllegalArgumentException malformed) {
      return Locale.ENGLISH;
    }
  }
}
