package souk.edge.webconsole.html;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
  private static final String LEAD = "souk.console.lead";

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

  /**
   * A file that the page offers below its address.
   *
   * @param file its name in the address
   */
  protected Optional<Download> download(String file, HttpServletRequest request) {
    return Optional.empty();
  }

  /** Names of parameters that lead back to the same view after a button. */
  protected List<String> kept() {
    return List.of();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = String.valueOf(request.getPathInfo());
    Optional<Download> file =
        path.endsWith(".csv")
            ? download(path.substring(path.lastIndexOf('/') + 1), request)
            : Optional.empty();
    if (file.isEmpty()) {
      super.doGet(request, response);
      return;
    }
    response.setContentType("text/csv; charset=utf-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + file.get().name().replaceAll("[^A-Za-z0-9._-]", "_") + '"');
    // The mark tells spreadsheets that the text is in UTF-8.
    file.get().rows().accept(new Csv(response.getWriter().append('\uFEFF')));
  }

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
    pages(request, messages, html);
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
    for (String name : kept()) {
      String value = request.getParameter(name);
      if (value != null && !value.isBlank()) {
        back += "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
      }
    }
    Object lead = request.getAttribute(LEAD);
    response.sendRedirect(lead == null ? back : back + lead);
  }

  /** Adds a parameter to the address of the page that is shown after a button; once at most. */
  protected static void lead(HttpServletRequest request, String name, String value) {
    request.setAttribute(
        LEAD,
        value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
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

  /** A whole number that is not negative; 0 if it is left out or no such number. */
  protected static long number(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value != null && value.matches("\\d{1,12}") ? Long.parseLong(value) : 0;
  }

  /** A parameter that may be left out. */
  protected static String optional(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
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

  private void pages(HttpServletRequest request, Messages messages, Html html) {
    html.open("nav", "class", "pages", "aria-label", messages.text("pages"));
    for (Pages.Page page : Pages.all()) {
      String key = "page." + page.label();
      String title = messages.text(key).equals(key) ? page.title() : messages.text(key);
      String address = page.label() + languageOf(request);
      if (page.label().equals(label)) {
        html.element("a", title, "href", address, "aria-current", "page");
      } else {
        html.element("a", title, "href", address);
      }
    }
    html.close();
  }

  private static String languageOf(HttpServletRequest request) {
    String language = optional(request, "lang");
    return language.isEmpty() ? "" : "?lang=" + (language.startsWith("zh") ? "zh" : "en");
  }

  private static void languages(HttpServletRequest request, Messages messages, Html html) {
    StringBuilder view = new StringBuilder();
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      if (!List.of("lang", "notice").contains(parameter.getKey())) {
        for (String value : parameter.getValue()) {
          view.append('&').append(URLEncoder.encode(parameter.getKey(), StandardCharsets.UTF_8));
          view.append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
      }
    }
    html.open("nav", "class", "languages", "aria-label", messages.text("language"));
    language(request, messages, html, "en", "English", view);
    html.text(" · ");
    language(request, messages, html, "zh", "中文", view);
    html.close();
  }

  private static void language(
      HttpServletRequest request,
      Messages messages,
      Html html,
      String language,
      String name,
      CharSequence view) {
    String address = root(request) + "?lang=" + language + view;
    if (messages.language().equals(language)) {
      html.element("a", name, "href", address, "lang", language, "aria-current", "true");
    } else {
      html.element("a", name, "href", address, "lang", language);
    }
  }
}
