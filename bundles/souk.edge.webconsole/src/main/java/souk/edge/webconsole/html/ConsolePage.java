package souk.edge.webconsole.html;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.AbstractServlet;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.Actor;

/**
 * What Souk's console pages share: language, notices after a button, style and script. A page shows
 * itself on GET and acts on POST, after which the browser is sent back to the page.
 */
public abstract class ConsolePage extends AbstractServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_REASON = 500;

  private final String label;
  private final transient Messages english = Messages.of("en");
  private final transient Messages chinese = Messages.of("zh");
  private final transient Notices notices = new Notices();

  protected ConsolePage(String label) {
    this.label = label;
  }

  /** Writes the page into its frame. */
  protected abstract void show(HttpServletRequest request, Messages messages, Html html);

  /**
   * Does what a button asks for.
   *
   * @return what to tell the user
   * @throws RuntimeException with a message for the user, if it is refused
   */
  protected abstract String act(HttpServletRequest request, Messages messages, Actor actor);

  /** Files below {@code res/}; the console calls this by name. */
  @Override
  protected @Nullable URL getResource(String path) {
    String prefix = "/" + label + "/res/";
    if (path == null || !path.startsWith(prefix)) {
      return null;
    }
    String name = path.substring(prefix.length());
    return name.matches("[a-z]+\\.(css|js)")
        ? ConsolePage.class.getResource("/souk/edge/webconsole/res/" + name)
        : null;
  }

  @Override
  public void renderContent(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Messages messages = messages(request);
    Html html = new Html();
    html.open("div", "class", "souk", "lang", messages.language());
    languages(request, messages, html);
    Optional<Notices.Notice> notice = notices.take(request.getParameter("notice"));
    notice.ifPresent(
        n ->
            html.element(
                "p",
                n.text(),
                "class",
                n.good() ? "good" : "bad",
                "role",
                n.good() ? "status" : "alert"));
    show(request, messages, html);
    html.close();
    html.open("script", "src", root(request) + "/res/live.js", "defer", "").close();
    response.getWriter().print(html);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Messages messages = messages(request);
    String number;
    try {
      String done = act(request, messages, actor(request));
      number = notices.keep(true, done);
    } catch (RuntimeException e) {
      number = notices.keep(false, String.valueOf(e.getMessage()));
    }
    String back = root(request) + "?notice=" + number;
    String language = request.getParameter("lang");
    if (language != null && !language.isBlank()) {
      back += "&lang=" + messages.language();
    }
    String plan = request.getParameter("plan");
    if (plan != null) {
      back += "&plan=" + URLEncoder.encode(plan, StandardCharsets.UTF_8);
    }
    response.sendRedirect(back);
  }

  /** Address of this page. */
  protected static String root(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(ServletConstants.ATTR_PLUGIN_ROOT));
  }

  /** A parameter that must be there. */
  protected static String required(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The parameter " + name + " is missing.");
    }
    return value;
  }

  /** Why the user does it; must be given. */
  protected static String reason(HttpServletRequest request, Messages messages) {
    String reason = request.getParameter("reason");
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(messages.text("reason.missing", LONGEST_REASON));
    }
    return reason.strip();
  }

  /** Hidden fields that a form needs to find back here. */
  protected static void keepLanguage(HttpServletRequest request, Html html) {
    String language = request.getParameter("lang");
    if (language != null && !language.isBlank()) {
      html.single("input", "type", "hidden", "name", "lang", "value", language);
    }
  }

  private Messages messages(HttpServletRequest request) {
    String language =
        Messages.choose(request.getParameter("lang"), request.getHeader("Accept-Language"));
    return language.equals("zh") ? chinese : english;
  }

  private static Actor actor(HttpServletRequest request) {
    String user = request.getRemoteUser();
    return new Actor(user == null ? "admin" : user, "console");
  }

  private static void languages(HttpServletRequest request, Messages messages, Html html) {
    html.open("nav", "class", "languages", "aria-label", messages.text("language"));
    html.element("a", "English", "href", root(request) + "?lang=en", "lang", "en");
    html.text(" · ");
    html.element("a", "中文", "href", root(request) + "?lang=zh", "lang", "zh");
    html.close();
  }
}
