package souk.edge.shell.metrics;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import souk.demand.api.ForecastMonitor;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Jobs;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.Snapshots;
import souk.kernel.api.Trials;

/** Answers a monitor that has a key with the platform's figures. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/api/v1/metrics")
public final class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** The filter of the HTTP edge sets it on requests that came with a key. */
  private static final String MARK = "souk.actor";

  private final transient KernelMetrics kernel;
  private final transient TrialMetrics trials;
  private final transient JvmMetrics jvm = new JvmMetrics();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private transient volatile @Nullable ForecastMonitor forecasts;

  @Activate
  public MetricsServlet(
      @Reference RouterAdmin router,
      @Reference Jobs jobs,
      @Reference DecisionLog log,
      @Reference Snapshots snapshots,
      @Reference Trials trials) {
    this.trials = new TrialMetrics(trials);
    kernel = new KernelMetrics(router, jobs, log, snapshots, Clock.systemUTC());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getAttribute(MARK) == null) {
      response.sendError(
          HttpServletResponse.SC_FORBIDDEN,
          "Metrics need a key, and the bundle that knows the keys is not here.");
      return;
    }
    PrometheusText text = new PrometheusText();
    kernel.write(text);
    trials.write(text);
    ForecastMonitor monitor = forecasts;
    if (monitor != null) {
      ForecastMetrics.write(monitor.latest(), text);
    }
    jvm.write(text);
    response.setContentType(PrometheusText.CONTENT_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
