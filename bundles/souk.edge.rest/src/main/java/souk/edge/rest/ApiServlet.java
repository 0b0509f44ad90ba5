package souk.edge.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import souk.edge.rest.access.Access;
import souk.edge.rest.access.AccessKeys;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Api;
import souk.edge.rest.http.Routes;
import souk.edge.rest.json.Json;
import souk.edge.rest.resources.Resources;

/** HTTP under {@code /api/v1}. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("souk-api")
@HttpWhiteboardServletPattern("/api/v1/*")
public final class ApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String STATE_FOLDER = "souk.data";

  private final transient TrackedRooms rooms;
  private final transient Api api;

  @Activate
  public ApiServlet(BundleContext bundles) {
    String state = bundles.getProperty(STATE_FOLDER);
    if (state == null || state.isBlank()) {
      throw new IllegalStateException(
          "The framework property %s is not set, so there is no place for keys.%nMaybe the platform was not started by its launcher."
              .formatted(STATE_FOLDER));
    }
    this.rooms = new TrackedRooms(bundles);
    Json json = new Json();
    Access access = new Access(AccessKeys.ofFolder(Path.of(state, "secrets")));
    String version = bundles.getBundle().getVersion().toString();
    this.api =
        new Api(new Routes(Resources.all(rooms, json, version, Clock.systemUTC())), access, json);
  }

  @Deactivate
  void close() {
    rooms.close();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long began = System.nanoTime();
    Answer answer = api.answer(new ServletExchange(request));
    response.setStatus(answer.status());
    double millis = Math.floorDiv(System.nanoTime() - began, 1_000) / 1e3;
    response.setHeader("Server-Timing", "souk;dur=" + millis);
    answer.headers().forEach(response::setHeader);
    if (!answer.mediaType().isEmpty()) {
      response.setContentType(answer.mediaType());
    }
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }
}
