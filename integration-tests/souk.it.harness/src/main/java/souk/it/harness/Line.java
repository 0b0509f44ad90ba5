package souk.it.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection of one thread. Costs a till a fraction of what a full client
 * costs, which matters when both share the machine with the platform.
 */
public final class Line implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 60_000;

  private final URI url;
  private Socket socket;
  private InputStream in;

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param body content
   * @param serverMicros what the platform says it took, or -1
   */
  public record Answer(int status, byte[] body, long serverMicros) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  public Line(URI url) {
    this.url = url;
  }

  /** Posts JSON to a path below {@code /api/v1}. */
  public Answer post(String path, byte[] json, String key) throws IOException {
    return post(path, json, key, "");
  }

  /**
   * Posts JSON with an idempotency key.
   *
   * @param once the key, or empty text for none
   */
  public Answer post(String path, byte[] json, String key, String once) throws IOException {
    if (socket == null) {
      socket = new Socket(url.getHost(), url.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    }
    byte[] head =
        ("POST /api/v1%s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer %s\r\n%sContent-Length: %d\r\n\r\n")
            .formatted(
                path,
                url.getHost(),
                url.getPort(),
                key,
                once.isEmpty() ? "" : "Idempotency-Key: " + once + "\r\n",
                json.length)
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] request = new byte[head.length + json.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(json, 0, request, head.length, json.length);
    try {
      socket.getOutputStream().write(request);
      return read();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private Answer read() throws IOException {
    String status = text();
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    long micros = -1;
    for (String field = text(); !field.isEmpty(); field = text()) {
      int colon = field.indexOf(':');
      String name = field.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = field.substring(colon + 1).strip();
      switch (name) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
        case "connection" -> last = value.equalsIgnoreCase("close");
        case "server-timing" ->
            micros = Math.round(1e3 * Double.parseDouble(value.substring(value.indexOf('=') + 1)));
        default -> {
          // Of no interest to a till.
        }
      }
    }
    byte[] body = chunked ? chunks() : in.readNBytes(length);
    if (!chunked && body.length < length) {
      throw new EOFException("The answer was cut after %d bytes.".formatted(body.length));
    }
    if (last) {
      close();
    }
    return new Answer(Integer.parseInt(status.substring(9, 12)), body, micros);
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(text(), 16); size > 0; size = Integer.parseInt(text(), 16)) {
      body.write(in.readNBytes(size));
      text();
    }
    text();
    return body.toByteArray();
  }

  private String text() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The platform closed the connection.");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
