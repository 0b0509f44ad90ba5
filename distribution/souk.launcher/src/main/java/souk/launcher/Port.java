package souk.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out before anything starts whether the platform can listen. */
final class Port {
  private Port() {}

  /** The port itself, or a free one for 0. */
  static int claim(Settings settings) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.host(), settings.port()));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new LaunchFailure(
          ExitCode.PORT_IN_USE,
          """
          Cannot listen on %s port %d: %s.
          Maybe another program uses it: choose another with --port (0 picks a free one) or souk.port in conf/souk.properties."""
              .formatted(settings.host(), settings.port(), e.getMessage()),
          e);
    }
  }
}
