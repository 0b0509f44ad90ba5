package souk.edge.rest.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param status HTTP status
 * @param mediaType value of {@code Content-Type}, or empty text for none
 * @param content body in its first bytes; empty if it is streamed
 * @param length bytes of the body
 * @param stream writes a body that is too long to be held
 * @param headers further headers
 */
public record Answer(
    int status,
    String mediaType,
    byte[] content,
    int length,
    Optional<Stream> stream,
    Map<String, String> headers) {
  private static final String JSON = "application/json";

  /** A body that is written while it is sent. */
  @FunctionalInterface
  public interface Stream {
    void writeTo(OutputStream out) throws IOException;
  }

  public Answer(int status, String mediaType, byte[] body, Map<String, String> headers) {
    this(status, mediaType, body, body.length, Optional.empty(), headers);
  }

  /** The whole body; empty if it is streamed. */
  public byte[] body() {
    return content.length == length ? content : Arrays.copyOf(content, length);
  }

  public static Answer json(byte[] body) {
    return new Answer(200, JSON, body, Map.of());
  }

  /** JSON that lies in the first bytes of a larger array. */
  public static Answer json(byte[] content, int length) {
    return new Answer(200, JSON, content, length, Optional.empty(), Map.of());
  }

  public static Answer json(int status, byte[] body, Map<String, String> headers) {
    return new Answer(status, JSON, body, headers);
  }

  public static Answer empty(int status, Map<String, String> headers) {
    return new Answer(status, "", new byte[0], headers);
  }

  /** A file whose length is not known before it is sent. */
  public static Answer file(String mediaType, String name, Stream stream) {
    return new Answer(
        200,
        mediaType,
        new byte[0],
        0,
        Optional.of(stream),
        Map.of(
            "Content-Disposition",
            "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + '"'));
  }

  /** The same with these headers instead. */
  Answer headed(Map<String, String> instead) {
    return new Answer(status, mediaType, content, length, stream, instead);
  }
}
