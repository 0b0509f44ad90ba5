package souk.edge.webconsole.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Gives every answer headers that keep browsers from guessing types, framing pages and loading
 * things from elsewhere. A servlet may set stricter ones later.
 */
@Component(service = Preprocessor.class, property = "osgi.http.whiteboard.filter.pattern=/*")
public final class SecurityHeaders implements Preprocessor {
  private static final String CONSOLE = "/system/console";

  private static final String OWN_PAGES = CONSOLE + "/souk-";

  /** What follows the sources of scripts in every policy. */
  private static final String REST =
      "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final String STRICT = "default-src 'self'; script-src 'self'" + REST;

  // The console's frame has scripts inside the page; its own pages also compile templates.
  private static final String IN_FRAME =
      "default-src 'self'; script-src 'self' 'unsafe-inline'" + REST;
  private static final String CONSOLE_PAGE =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'" + REST;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse answer) {
      answer.setHeader("X-Content-Type-Options", "nosniff");
      answer.setHeader("X-Frame-Options", "DENY");
      answer.setHeader("Referrer-Policy", "same-origin");
      String path = http.getRequestURI();
      answer.setHeader("Content-Security-Policy", policy(path));
      if (path.startsWith(CONSOLE) && !path.startsWith(CONSOLE + "/res/")) {
        answer.setHeader("Cache-Control", "no-store");
      }
    }
    chain.doFilter(request, response);
  }

  private static String policy(String path) {
    if (path.startsWith(OWN_PAGES)) {
      return IN_FRAME;
    }
    return path.startsWith(CONSOLE) ? CONSOLE_PAGE : STRICT;
  }
}
