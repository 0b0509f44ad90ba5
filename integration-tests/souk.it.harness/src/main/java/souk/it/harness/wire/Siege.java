package souk.it.harness.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import souk.it.harness.Platform;

/**
 * Clients that mean harm: connections that send a byte now and then, with and without a key; bodies
 * of 1 GB; bombs of headers. Four threads, so that the server and not the siege is measured.
 */
public final class Siege implements AutoCloseable {
  private static final long GIGABYTE = 1L << 30;
  private static final int PAUSE_MILLIS = 1_000;

  private final URI server;
  private final String key;
  private final AtomicBoolean go = new AtomicBoolean(true);
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /**
   * What came of it.
   *
   * @param opened trickling connections that were opened
   * @param ended those of them that the server ended
   * @param hugeRefused bodies of 1 GB that were refused
   * @param bombsRefused header bombs that were refused
   * @param wrong answers that no limit explains
   */
  public record Outcome(
      long opened, long ended, long hugeRefused, long bombsRefused, List<String> wrong) {}

  public Siege(Platform platform, int trickles) throws IOException {
    this.server = platform.url();
    this.key = platform.key("till");
    begin("trickle", () -> trickle(trickles));
    begin("huge-length", () -> huge(false));
    begin("huge-chunks", () -> huge(true));
    begin("bombs", this::bombs);
  }

  /** One kind of harm. */
  @FunctionalInterface
  private interface Harm {
    void go() throws Exception;
  }

  private void begin(String name, Harm harm) {
    Thread thread =
        new Thread(
            () -> {
              try {
                harm.go();
              } catch (Exception failed) {
                fault(name + ": " + failed);
              }
            },
            "siege-" + name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** A third trickles its header, a third its body with a length, a third its body in chunks. */
  private void trickle(int connections) throws Exception {
    Map<Integer, Socket> open = new LinkedHashMap<>();
    for (int i = 0; i < connections && go.get(); i++) {
      Socket socket = new Socket();
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 10_000);
      socket.setSoTimeout(1);
      open.put(i, socket);
      count("opened");
      send(socket, head(i));
    }
    while (go.get() && !open.isEmpty()) {
      Thread.sleep(PAUSE_MILLIS);
      open.entrySet().removeIf(entry -> !alive(entry.getKey(), entry.getValue()));
    }
    for (Socket socket : open.values()) {
      socket.close();
    }
  }

  private byte[] head(int connection) {
    String start = "POST /api/v1/quotes HTTP/1.1\r\nHost: localhost\r\n";
    String auth = "Authorization: Bearer " + key + "\r\nContent-Type: application/json\r\n";
    return switch (connection % 3) {
      case 0 -> ascii(start + "X-Slow: ");
      case 1 -> ascii(start + auth + "Content-Length: 1000\r\n\r\n{");
      default -> ascii(start + auth + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
    };
  }

  private boolean alive(int connection, Socket socket) {
    try {
      byte[] answer = new byte[1_000];
      int read = answered(socket, answer);
      if (read != 0) {
        String status = read < 12 ? "" : new String(answer, 9, 3, StandardCharsets.US_ASCII);
        if (read > 0 && !status.equals("408") && !status.equals("400")) {
          fault("trickle " + connection % 3 + " gave " + status);
        }
        count("ended");
        socket.close();
        return false;
      }
      send(socket, ascii(connection % 3 == 2 ? "1\r\n \r\n" : " "));
      return true;
    } catch (IOException closed) {
      count("ended");
      return false;
    }
  }

  /** Bytes read, 0 if the server says nothing yet, -1 if it closed. */
  private static int answered(Socket socket, byte[] into) throws IOException {
    try {
      return socket.getInputStream().read(into);
    } catch (java.net.SocketTimeoutException quiet) {
      return 0;
    }
  }

  private void huge(boolean chunked) throws Exception {
    byte[] piece = " ".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
    while (go.get()) {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Authorization", "Bearer " + key);
      headers.put("Content-Type", "application/json");
      headers.put(
          chunked ? "Transfer-Encoding" : "Content-Length",
          chunked ? "chunked" : Long.toString(GIGABYTE));
      byte[] head = Wire.request("POST", "/api/v1/quotes", headers, new byte[0]);
      if (chunked) {
        head =
            ascii(new String(head, StandardCharsets.US_ASCII).replace("Content-Length: 0\r\n", ""));
      }
      try (Socket socket = new Socket(server.getHost(), server.getPort())) {
        socket.setSoTimeout(10_000);
        pour(socket, head, piece, chunked);
        byte[] answer = new byte[100];
        int read = socket.getInputStream().read(answer);
        String status = read < 12 ? "closed" : new String(answer, 9, 3, StandardCharsets.US_ASCII);
        if (status.equals("413") || status.equals("closed")) {
          count("huge");
        } else {
          fault("a body of 1 GB gave " + status);
        }
      } catch (IOException cut) {
        // The server stopped reading and cut the line: refused.
        count("huge");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static void pour(Socket socket, byte[] head, byte[] piece, boolean chunked) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(head);
      for (long sent = 0; sent < GIGABYTE; sent += piece.length) {
        if (socket.getInputStream().available() > 0) {
          return;
        }
        if (chunked) {
          out.write(ascii(Integer.toHexString(piece.length) + "\r\n"));
        }
        out.write(piece);
        if (chunked) {
          out.write(ascii("\r\n"));
        }
      }
    } catch (IOException cut) {
      // The answer, if any, is read by the caller.
    }
  }

  private void bombs() throws Exception {
    try (Wire wire = new Wire(server, 10_000)) {
      while (go.get()) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < 2_000; i++) {
          headers.put("X-" + i, "b".repeat(100));
        }
        int status = wire.send("POST", "/api/v1/quotes", headers, "{}").status();
        if (status == 431 || status == 400 || status == 0) {
          count("bombs");
        } else {
          fault("a header bomb gave " + status);
        }
        Thread.sleep(20);
      }
    }
  }

  private static void send(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private synchronized void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  private synchronized void fault(String what) {
    if (wrong.size() < 10) {
      wrong.add(what);
    }
  }

  /** Ends the siege and says what came of it. */
  public Outcome lift() throws InterruptedException {
    close();
    synchronized (this) {
      return new Outcome(
          counts.getOrDefault("opened", 0L),
          counts.getOrDefault("ended", 0L),
          counts.getOrDefault("huge", 0L),
          counts.getOrDefault("bombs", 0L),
          List.copyOf(wrong));
    }
  }

  @Override
  public void close() throws InterruptedException {
    go.set(false);
    for (Thread thread : threads) {
      thread.join(20_000);
    }
  }
}
