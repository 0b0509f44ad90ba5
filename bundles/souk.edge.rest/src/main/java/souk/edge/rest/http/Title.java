package souk.edge.rest.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** Titles of problems; their texts are in {@code messages.properties}. */
public enum Title {
  WRONG_REQUEST,
  NO_SUCH_THING,
  NO_SEGMENT,
  NO_SCORE,
  ROOM_ABSENT,
  WRONG_METHOD,
  INFEASIBLE,
  NO_STRATEGY,
  WRONG_MEDIA_TYPE,
  ENCODED,
  CART_REFUSED,
  OFFER_REFUSED,
  COUPON_REFUSED,
  DENIED,
  STEP_REFUSED,
  FEATURE_REFUSED,
  ARCHIVE_REFUSED,
  UPLOAD_OFF,
  NOTHING_HERE,
  JOB_ENDED,
  TOO_LARGE,
  TOO_MANY,
  TOO_SLOW,
  REPEATED,
  STORE_FAILED,
  PLATFORM_FAILED,
  FOREIGN_ORIGIN,
  NO_RESULT,
  KEY_NEEDED,
  JOB_FAILED,
  LOAD_REFUSED,
  CONFLICT,
  TOO_MUCH_WORK,
  NOT_READY,
  IMPOSSIBLE;

  private static final Properties ENGLISH = load("messages.properties");
  private static final Properties CHINESE = load("messages_zh.properties");

  /** In Chinese for a Chinese reader, else in English. */
  public String text(Locale reader) {
    Properties texts = reader.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    return texts.getProperty("title." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Properties load(String name) {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(Title.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      texts.load(reader);
      return texts;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
