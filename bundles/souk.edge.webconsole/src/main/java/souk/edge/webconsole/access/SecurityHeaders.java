package souk.edge.webconsole.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Gives every answer headers that keep browsers from guessing types, framing pages and loading
 * things from elsewhere. A servlet may set stricter ones later.
 */
@Component(service = Preprocessor.class, property = "osgi.http.whiteboard.filter.pattern=/*")
public final class SecurityHeaders implements Preprocessor {
  private static final String CONSOLE = "/system/console";

  private static final String POLICY = "Content-Security-Policy";

  private static final String OWN_PAGES = CONSOLE + "/souk-";

  /** What follows the sources of scripts in every policy. */
  private static final String REST =
      "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final String STRICT = "default-src 'self'; script-src 'self'" + REST;

  // The console's own pages have scripts inside the page and compile templates.
  private static final String CONSOLE_PAGE =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'" + REST;

  private final SecureRandom random = new SecureRandom();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse answer)) {
      chain.doFilter(request, response);
      return;
    }
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("X-Frame-Options", "DENY");
    answer.setHeader("Referrer-Policy", "same-origin");
    String path = http.getRequestURI();
    if (path.startsWith(CONSOLE) && !path.startsWith(CONSOLE + "/res/")) {
      answer.setHeader("Cache-Control", "no-store");
    }
    if (path.startsWith(OWN_PAGES) && path.indexOf('.') < 0) {
      String word = word();
      answer.setHeader(POLICY, "default-src 'self'; script-src 'self' 'nonce-" + word + "'" + REST);
      FramedAnswer page = new FramedAnswer(answer);
      chain.doFilter(request, page);
      page.send(word);
    } else {
      answer.setHeader(
          POLICY, path.startsWith(CONSOLE) && !path.startsWith(OWN_PAGES) ? CONSOLE_PAGE : STRICT);
      chain.doFilter(request, response);
    }
  }

  private String word() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
