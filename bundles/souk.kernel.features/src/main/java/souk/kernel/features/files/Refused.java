package souk.kernel.features.files;

import java.util.Locale;
import souk.kernel.api.FeatureException;
import souk.model.Reason;

/** Words a refusal. */
public final class Refused {
  private Refused() {}

  /**
   * @param text format of the text for people, with what to do on a line of its own
   */
  public static FeatureException because(String code, String text, Object... arguments) {
    return new FeatureException(reason(code, text, arguments));
  }

  public static FeatureException because(
      Throwable cause, String code, String text, Object... arguments) {
    return new FeatureException(reason(code, text, arguments), cause);
  }

  public static Reason reason(String code, String text, Object... arguments) {
    return Reason.of(code, String.format(Locale.ROOT, text, arguments), arguments);
  }
}
