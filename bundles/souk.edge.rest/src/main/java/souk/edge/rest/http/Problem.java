package souk.edge.rest.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A problem as RFC 9457 has it.
 *
 * @param code stable; the type is {@code urn:souk:problem:<code>}
 * @param title what kind of problem it is
 * @param status HTTP status
 * @param detail place, value and remedy
 * @param more further members
 */
public record Problem(
    String code, Title title, int status, String detail, Map<String, Object> more) {
  private static final String TYPE = "urn:souk:problem:";

  public static Problem of(int status, String code, Title title, String detail) {
    return new Problem(code, title, status, detail, Map.of());
  }

  /** Members in the order of the RFC, the title in the reader's language. */
  public Map<String, Object> members(Locale reader) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", TYPE + code);
    members.put("title", title.text(reader));
    members.put("status", status);
    members.put("detail", detail);
    members.putAll(more);
    return members;
  }
}
