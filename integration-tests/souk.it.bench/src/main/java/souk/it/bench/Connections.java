package souk.it.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Kept-alive HTTP/1.1 connections of one thread, each with one request under way: as soon as an
 * answer is there the next request goes out. Costs a few microseconds per request, which matters
 * when it shares the processors with the server.
 */
final class Connections implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Selector selector = Selector.open();
  private final List<One> all = new ArrayList<>();
  private long[] nanos = new long[1 << 16];
  private int answered;

  /** One connection. */
  private static final class One {
    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long sent;

    /** Bytes of the answer, head included; −1 while the head is not here. */
    private int length = -1;

    private One(SocketChannel channel) {
      this.channel = channel;
    }
  }

  Connections(URI url, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(url.getHost(), url.getPort()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      One one = new One(channel);
      channel.register(selector, SelectionKey.OP_READ, one);
      all.add(one);
    }
  }

  /** A whole request. */
  static ByteBuffer post(URI url, String path, String key, byte[] json) {
    byte[] head =
        ("POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer %s\r\nContent-Length: %d\r\n\r\n")
            .formatted(path, url.getHost(), url.getPort(), key, json.length)
            .getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer request = ByteBuffer.allocateDirect(head.length + json.length);
    return request.put(head).put(json).flip();
  }

  /**
   * Asks on all connections for about so long, then waits for the last answers.
   *
   * @return nanoseconds of every request, sorted
   * @throws IOException if an answer is not 200 or a connection ends
   */
  long[] ask(ByteBuffer request, long forNanos) throws IOException {
    answered = 0;
    long end = System.nanoTime() + forNanos;
    for (One one : all) {
      send(one, request);
    }
    int open = all.size();
    while (open > 0) {
      selector.select();
      for (SelectionKey key : selector.selectedKeys()) {
        One one = (One) key.attachment();
        if (key.isWritable() && one.out.hasRemaining()) {
          write(one);
        }
        if (key.isReadable() && complete(one)) {
          note(System.nanoTime() - one.sent);
          if (System.nanoTime() < end) {
            send(one, request);
          } else {
            open--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    long[] sorted = Arrays.copyOf(nanos, answered);
    Arrays.sort(sorted);
    return sorted;
  }

  private void note(long took) {
    if (answered == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * answered);
    }
    nanos[answered++] = took;
  }

  private void send(One one, ByteBuffer request) throws IOException {
    one.in.clear();
    one.length = -1;
    one.out = request.duplicate();
    one.sent = System.nanoTime();
    write(one);
  }

  private void write(One one) throws IOException {
    one.channel.write(one.out);
    int wanted =
        one.out.hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ;
    SelectionKey key = one.channel.keyFor(selector);
    if (key.interestOps() != wanted) {
      key.interestOps(wanted);
    }
  }

  /** Reads what is there; true if the answer is whole. */
  private static boolean complete(One one) throws IOException {
    if (one.channel.read(one.in) < 0) {
      throw new EOFException("The platform closed the connection.");
    }
    if (one.length < 0) {
      one.length = length(one.in);
    }
    return one.length >= 0 && one.in.position() >= one.length;
  }

  /** Bytes of head and body; −1 if the head is not whole. */
  private static int length(ByteBuffer in) throws IOException {
    int end = headEnd(in);
    if (end < 0) {
      return -1;
    }
    byte[] bytes = new byte[end];
    in.duplicate().flip().get(bytes);
    String head = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int field = head.indexOf("\r\ncontent-length:");
    if (!head.startsWith("http/1.1 200") || field < 0) {
      throw new IOException("The platform answered " + head);
    }
    int from = field + "\r\ncontent-length:".length();
    int length = end + Integer.parseInt(head.substring(from, head.indexOf("\r\n", from)).strip());
    if (length > in.capacity()) {
      throw new IOException("An answer of %d bytes is longer than expected.".formatted(length));
    }
    return length;
  }

  private static int headEnd(ByteBuffer in) {
    for (int i = 3; i < in.position(); i++) {
      if (in.get(i) == '\n' && in.get(i - 2) == '\n' && in.get(i - 1) == '\r') {
        return i + 1;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    for (One one : all) {
      one.channel.close();
    }
    selector.close();
  }
}
