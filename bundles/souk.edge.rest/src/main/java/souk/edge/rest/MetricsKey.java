package souk.edge.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import souk.edge.rest.access.Right;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.json.Json;

/**
 * Lets monitors with a key of a reading role at the metrics of the platform. The servlet behind it
 * answers only requests that carry the mark of this filter, so that nothing is open while this
 * bundle is away.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/api/v1/metrics")
public final class MetricsKey implements Filter {
  /** Attribute of requests that were let in; also known to the servlet. */
  static final String MARK = "souk.actor";

  private final Gate gate;
  private final Json json = new Json();

  @Activate
  public MetricsKey(@Reference Gate gate) {
    this.gate = gate;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest asked)
        || !(response instanceof HttpServletResponse answer)) {
      return;
    }
    try {
      ServletExchange exchange = new ServletExchange(asked);
      gate.limits().requestFrom(exchange.address());
      asked.setAttribute(MARK, gate.access().admit(exchange, Right.READ).actor().name());
    } catch (ProblemException refused) {
      answer.setStatus(refused.problem().status());
      refused.headers().forEach(answer::setHeader);
      answer.setHeader("Cache-Control", "no-store");
      answer.setContentType("application/problem+json");
      answer
          .getOutputStream()
          .write(json.bytes(refused.problem().members(java.util.Locale.ENGLISH)));
      return;
    }
    chain.doFilter(asked, answer);
  }
}
