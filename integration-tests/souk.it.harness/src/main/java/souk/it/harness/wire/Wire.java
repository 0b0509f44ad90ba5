package souk.it.harness.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection to a server; opened anew when the server has closed it. One thread only. */
public final class Wire implements AutoCloseable {
  private static final int LONGEST_LINE = 100_000;

  private final InetSocketAddress server;
  private final int timeoutMillis;
  private Socket socket = new Socket();
  private InputStream in = InputStream.nullInputStream();
  private boolean open;

  /**
   * What came back.
   *
   * @param status 0 if the server closed the connection without an answer
   * @param headers names in lower case
   * @param body whole body
   */
  public record Reply(int status, Map<String, String> headers, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  public Wire(URI server, int timeoutMillis) {
    this.server = new InetSocketAddress(server.getHost(), server.getPort());
    this.timeoutMillis = timeoutMillis;
  }

  /** Sends bytes as they are and reads one answer. */
  public Reply send(byte[] request) throws IOException {
    boolean fresh = !open;
    try {
      return sendOnce(request);
    } catch (IOException broken) {
      close();
      if (fresh) {
        return new Reply(0, Map.of(), new byte[0]);
      }
    }
    try {
      return sendOnce(request);
    } catch (IOException broken) {
      close();
      return new Reply(0, Map.of(), new byte[0]);
    }
  }

  /** A plain request with a body. */
  public Reply send(String method, String path, Map<String, String> headers, String body)
      throws IOException {
    return send(request(method, path, headers, body.getBytes(StandardCharsets.UTF_8)));
  }

  public static byte[] request(
      String method, String path, Map<String, String> headers, byte[] body) {
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!method.equals("GET") && !headers.containsKey("Content-Length")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[first.length + body.length];
    System.arraycopy(first, 0, whole, 0, first.length);
    System.arraycopy(body, 0, whole, first.length, body.length);
    return whole;
  }

  private Reply sendOnce(byte[] request) throws IOException {
    if (!open) {
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(timeoutMillis);
      socket.connect(server, timeoutMillis);
      in = new BufferedInputStream(socket.getInputStream());
      open = true;
    }
    try {
      socket.getOutputStream().write(request);
    } catch (IOException refusedBeforeTheEnd) {
      // The server may have answered before it took everything.
      return read(request);
    }
    return read(request);
  }

  private Reply read(byte[] request) throws IOException {
    String status = line();
    String[] words = status.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/")) {
      throw new IOException("no status line: " + status);
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    int code = Integer.parseInt(words[1]);
    if (code == 100) {
      return read(request);
    }
    boolean head =
        request.length > 4 && new String(request, 0, 5, StandardCharsets.US_ASCII).equals("HEAD ");
    byte[] body = head || code == 204 || code == 304 ? new byte[0] : body(headers);
    if (headers.getOrDefault("connection", "").equalsIgnoreCase("close") || code >= 400) {
      close();
    }
    return new Reply(code, headers, body);
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (headers.containsKey("content-length")) {
      return in.readNBytes(Integer.parseInt(headers.get("content-length")));
    }
    if (!headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      byte[] all = in.readAllBytes();
      close();
      return all;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
      all.write(in.readNBytes(size));
      line();
      if (size == 0) {
        return all.toByteArray();
      }
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.size() > LONGEST_LINE) {
        throw new EOFException("the answer ends early");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    open = false;
    socket.close();
  }
}
