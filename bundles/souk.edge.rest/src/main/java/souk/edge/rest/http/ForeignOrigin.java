package souk.edge.rest.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Refuses requests that a page of another origin made in a browser. */
final class ForeignOrigin {
  private ForeignOrigin() {}

  static void refuse(Exchange exchange) {
    if (exchange.method().equals("GET") || exchange.method().equals("HEAD")) {
      return;
    }
    Optional<String> site = exchange.header("Sec-Fetch-Site");
    Optional<String> origin = exchange.header("Origin");
    if (site.isPresent() && !site.get().equals("same-origin") && !site.get().equals("none")) {
      throw foreign("Sec-Fetch-Site: " + site.get());
    }
    if (origin.isPresent() && !sameHost(origin.get(), exchange.header("Host").orElse(""))) {
      throw foreign("Origin: " + origin.get());
    }
  }

  private static boolean sameHost(String origin, String host) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null
          && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static ProblemException foreign(String header) {
    return ProblemException.of(
        403,
        "request.foreign-origin",
        Title.FOREIGN_ORIGIN,
        "Changes are taken from pages of this server and from programs only, not with %s."
            .formatted(header));
  }
}
