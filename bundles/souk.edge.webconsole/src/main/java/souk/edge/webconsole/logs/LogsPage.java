package souk.edge.webconsole.logs;

import ch.qos.logback.classic.LoggerContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;

/** Console page of the log: its end, renewed as it grows, and the levels of its loggers. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + LogsPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Logs",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + LogsPage.LABEL + "/res/souk.css"
    })
public final class LogsPage extends ConsolePage {
  static final String LABEL = "souk-logs";
  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;

  private final transient LogTail tail;
  private final transient LogLevels levels;
  private final transient AuditTrail trail;

  @Activate
  public LogsPage(BundleContext context, @Reference AuditTrail trail) {
    super(LABEL);
    this.trail = trail;
    String data = Optional.ofNullable(context.getProperty("souk.data")).orElse("data");
    this.tail = new LogTail(Path.of(data, "log", "souk.log"));
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext logback)) {
      throw new IllegalStateException("The log is not written by Logback, so it cannot be shown.");
    }
    this.levels = new LogLevels(logback);
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    String asked = optional(request, "level");
    String level = LogLine.LEVELS.contains(asked) ? asked : "INFO";
    String logger = optional(request, "logger");
    String text = optional(request, "text");
    LogsView view = new LogsView(Sheet.of(request, messages, html));
    view.filter(level, logger, text);
    view.lines(tail.newest(level, logger, text, MOST));
    view.levels(levels.entries());
  }

  @Override
  protected List<String> kept() {
    return List.of("text");
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    String action = required(request, "action");
    if (!List.of("set", "reset").contains(action)) {
      throw new IllegalArgumentException("There is no action " + action + ".");
    }
    String logger = required(request, "logger").strip();
    String reason = reason(request, messages);
    String after = action.equals("reset") ? levels.before(logger) : required(request, "level");
    if (action.equals("set")) {
      LogLevels.check(logger, after);
    }
    String before = levels.level(logger);
    trail.record(
        AuditEntry.builder(actor, "log-level", logger)
            .reason(reason)
            .before(before)
            .after(after)
            .build());
    if (action.equals("set")) {
      levels.set(logger, after);
    } else {
      levels.reset(logger);
    }
    return messages.text("logs.done." + action, logger, after);
  }
}
