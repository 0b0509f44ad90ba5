package souk.edge.rest.http;

import java.util.Map;

/**
 * An answer.
 *
 * @param status HTTP status
 * @param mediaType value of {@code Content-Type}, or empty text for none
 * @param body whole body
 * @param headers further headers
 */
public record Answer(int status, String mediaType, byte[] body, Map<String, String> headers) {
  private static final String JSON = "application/json";

  public static Answer json(byte[] body) {
    return new Answer(200, JSON, body, Map.of());
  }

  public static Answer json(int status, byte[] body, Map<String, String> headers) {
    return new Answer(status, JSON, body, headers);
  }

  public static Answer empty(int status, Map<String, String> headers) {
    return new Answer(status, "", new byte[0], headers);
  }
}
