package souk.edge.webconsole.html;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a button, kept until the page that follows shows it. The address of that page
 * carries only a number, so nobody can put words into the page. Safe for use by many threads.
 */
public final class Notices {
  private static final int MOST = 100;

  /**
   * A notice.
   *
   * @param good whether it went well
   * @param text for the user
   */
  public record Notice(boolean good, String text) {}

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Notice> byNumber = new LinkedHashMap<>();

  /** Keeps a notice and returns its number. */
  public synchronized String keep(boolean good, String text) {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    String number = HexFormat.of().formatHex(bytes);
    byNumber.put(number, new Notice(good, text));
    if (byNumber.size() > MOST) {
      byNumber.remove(byNumber.keySet().iterator().next());
    }
    return number;
  }

  /** Takes a notice; it is shown once. */
  public synchronized Optional<Notice> take(@Nullable String number) {
    return number == null ? Optional.empty() : Optional.ofNullable(byNumber.remove(number));
  }
}
