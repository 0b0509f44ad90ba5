package souk.edge.webconsole.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that another site makes a browser send. Every present browser names the origin of
 * a request that is not a plain read; clients that are no browsers send neither header and cannot
 * be tricked that way.
 */
final class OriginCheck {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private OriginCheck() {}

  /**
   * @param fetchSite header {@code Sec-Fetch-Site}
   * @param origin header {@code Origin}
   * @param host header {@code Host}
   */
  static boolean allows(
      String method, @Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
    if (SAFE.contains(method.toUpperCase(Locale.ROOT))) {
      return true;
    }
    if (fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none")) {
      return false;
    }
    return origin == null || (host != null && sameHost(origin, host));
  }

  private static boolean sameHost(String origin, String host) {
    try {
      URI uri = new URI(origin);
      String authority = uri.getAuthority();
      if (authority == null) {
        return false;
      }
      int defaultPort = "https".equals(uri.getScheme()) ? 443 : 80;
      return withPort(authority, defaultPort).equals(withPort(host, defaultPort));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String withPort(String authority, int defaultPort) {
    String text = authority.toLowerCase(Locale.ROOT);
    boolean hasPort = text.matches(".*:\\d+$");
    return hasPort ? text : text + ":" + defaultPort;
  }
}
