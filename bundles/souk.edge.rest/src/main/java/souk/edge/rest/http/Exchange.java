package souk.edge.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What the edge needs of an HTTP request, so that it can be tested without a server. */
public interface Exchange {
  /** Upper case. */
  String method();

  /** Decoded path below {@code /api/v1}, starting with a slash. */
  String path();

  /** As sent, without the question mark; empty text if none. */
  String rawQuery();

  Optional<String> header(String name);

  /** Address of the client. */
  String address();

  /** True if the client is on this machine. */
  boolean fromThisMachine();

  InputStream body() throws IOException;
}
