package souk.it.harness;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive HTTP/1.1 connection of one thread. Costs a till a fraction of what a full client
 * costs, which matters when both share the machine with the platform.
 */
public final class Line implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final URI url;
  private Socket socket;
  private InputStream in;
  private byte[] buffer = new byte[1 << 14];
  private int from;
  private int to;

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
    return send("POST", path, json, key, once);
  }

  /** Asks for a path below {@code /api/v1}. */
  public Answer get(String path, String key) throws IOException {
    return send("GET", path, new byte[0], key, "");
  }

  private Answer send(String method, String path, byte[] json, String key, String once)
      throws IOException {
    if (socket == null) {
      socket = new Socket(url.getHost(), url.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      in = socket.getInputStream();
      from = 0;
      to = 0;
    }
    StringBuilder fields = new StringBuilder(256);
    fields.append(method).append(" /api/v1").append(path).append(" HTTP/1.1\r\nHost: ");
    fields.append(url.getHost()).append(':').append(url.getPort());
    fields.append("\r\nContent-Type: application/json\r\nAuthorization: Bearer ").append(key);
    if (!once.isEmpty()) {
      fields.append("\r\nIdempotency-Key: ").append(once);
    }
    fields.append("\r\nContent-Length: ").append(json.length).append(END_OF_HEAD);
    byte[] head = fields.toString().getBytes(StandardCharsets.ISO_8859_1);
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
    String head = upTo(END_OF_HEAD);
    String length = field(head, "content-length");
    boolean chunked = field(head, "transfer-encoding").equalsIgnoreCase("chunked");
    boolean last = field(head, "connection").equalsIgnoreCase("close");
    String timing = field(head, "server-timing");
    byte[] body = chunked ? chunks() : bytes(length.isEmpty() ? 0 : Integer.parseInt(length));
    if (last) {
      close();
    }
    return new Answer(
        Integer.parseInt(head.substring(9, 12)),
        body,
        timing.isEmpty()
            ? -1
            : Math.round(1e3 * Double.parseDouble(timing.substring(timing.indexOf('=') + 1))));
  }

  /** The value of a header field, or empty text. */
  private static String field(String head, String name) {
    for (int at = head.indexOf('\n'); at >= 0; at = head.indexOf('\n', at + 1)) {
      int colon = at + 1 + name.length();
      if (head.regionMatches(true, at + 1, name, 0, name.length())
          && colon < head.length()
          && head.charAt(colon) == ':') {
        int end = head.indexOf('\r', colon);
        return head.substring(colon + 1, end < 0 ? head.length() : end).strip();
      }
    }
    return "";
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunk(); size > 0; size = chunk()) {
      body.write(bytes(size));
      upTo("\r\n");
    }
    upTo("\r\n");
    return body.toByteArray();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(upTo("\r\n"), 16);
  }

  /** What comes before the mark, which is skipped. */
  private String upTo(String mark) throws IOException {
    int seen = from;
    while (true) {
      for (; seen + mark.length() <= to; seen++) {
        if (stands(mark, seen)) {
          String text = new String(buffer, from, seen - from, StandardCharsets.ISO_8859_1);
          from = seen + mark.length();
          return text;
        }
      }
      seen -= from;
      fill();
      seen += from;
    }
  }

  private boolean stands(String mark, int at) {
    for (int i = 0; i < mark.length(); i++) {
      if (buffer[at + i] != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    int have = Math.min(count, to - from);
    System.arraycopy(buffer, from, bytes, 0, have);
    from += have;
    if (in.readNBytes(bytes, have, count - have) < count - have) {
      throw new EOFException("The answer was cut short of %d bytes.".formatted(count));
    }
    return bytes;
  }

  /** Reads on; what is not yet taken moves to the beginning of the buffer. */
  private void fill() throws IOException {
    byte[] target = to - from == buffer.length ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, from, target, 0, to - from);
    buffer = target;
    to -= from;
    from = 0;
    int read = in.read(buffer, to, buffer.length - to);
    if (read < 0) {
      throw new EOFException("The platform closed the connection.");
    }
    to += read;
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
