package souk.edge.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Api;
import souk.edge.rest.http.Patience;
import souk.edge.rest.http.Routes;
import souk.edge.rest.json.Json;
import souk.edge.rest.once.Once;
import souk.edge.rest.resources.Resources;

/** HTTP under {@code /api/v1}. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("souk-api")
@HttpWhiteboardServletPattern("/api/v1/*")
@HttpWhiteboardServletAsyncSupported
public final class ApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient TrackedRooms rooms;
  private final transient Gate gate;
  private final transient Api api;

  @Activate
  public ApiServlet(BundleContext bundles, @Reference Gate gate) {
    Patience patience = new Patience();
    this.rooms = new TrackedRooms(bundles, patience::left);
    this.gate = gate;
    Json json = new Json();
    String version = bundles.getBundle().getVersion().toString();
    Clock clock = Clock.systemUTC();
    this.api =
        new Api(
            new Routes(Resources.all(rooms, json, version, clock, gate.keys(), gate.limits())),
            gate.access(),
            gate.limits(),
            new Once(rooms, clock, UUID.randomUUID().toString()),
            patience,
            json);
  }

  @Deactivate
  void close() {
    rooms.close();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long began = System.nanoTime();
    Api.Turn turn = api.begin(new ServletExchange(request));
    if (turn.withoutBody() && hasBody(request)) {
      // What is not read ends the connection; a client that is told does not send on it again.
      response.setHeader("Connection", "close");
    }
    if (turn.withoutBody() || isHere(request)) {
      write(turn.finish(), response, began);
    } else {
      BodyReader.start(request, response, turn, gate.limits().options().bodySeconds());
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  /** True if reading the body will not wait. */
  private static boolean isHere(HttpServletRequest request) throws IOException {
    long length = request.getContentLengthLong();
    return length >= 0 && request.getInputStream().available() >= length;
  }

  /** Milliseconds with three decimals. */
  static String timing(long nanos) {
    long micros = Math.max(0, nanos) / 1_000;
    StringBuilder text = new StringBuilder(28).append("souk;dur=").append(micros / 1_000);
    int rest = (int) (micros % 1_000);
    return text.append('.')
        .append((char) ('0' + rest / 100))
        .append((char) ('0' + rest / 10 % 10))
        .append((char) ('0' + rest % 10))
        .toString();
  }

  /**
   * @param began when the work began; waiting for a body is no work
   */
  static void write(Answer answer, HttpServletResponse response, long began) throws IOException {
    response.setStatus(answer.status());
    response.setHeader("Server-Timing", timing(System.nanoTime() - began));
    answer.headers().forEach(response::setHeader);
    if (!answer.mediaType().isEmpty()) {
      response.setContentType(answer.mediaType());
    }
    if (answer.stream().isPresent()) {
      answer.stream().get().writeTo(response.getOutputStream());
      return;
    }
    response.setContentLength(answer.length());
    response.getOutputStream().write(answer.content(), 0, answer.length());
  }
}
