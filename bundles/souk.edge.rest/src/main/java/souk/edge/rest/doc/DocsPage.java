package souk.edge.rest.doc;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import souk.edge.rest.http.Route;

/** A plain page of all routes, without anything from elsewhere. */
public final class DocsPage {
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}\
      table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #bbb;padding:.4rem;\
      text-align:left;vertical-align:top}code{font-size:.9em}""";

  private DocsPage() {}

  public static String of(String version, List<Route> routes) {
    StringBuilder page = new StringBuilder(16_384);
    page.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\"><title>Souk API ")
        .append(escape(version))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>Souk API</h1><p>Version ")
        .append(escape(version))
        .append(". Paths lie under <code>/api/v1</code>. The same for programs: ")
        .append("<a href=\"/api/v1/openapi.json\">openapi.json</a>.</p><table><thead><tr>")
        .append("<th>Request</th><th>What it does</th><th>Right</th><th>Own problems</th>")
        .append("</tr></thead><tbody>");
    routes.stream()
        .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method))
        .forEach(route -> row(page, route));
    return page.append("</tbody></table></body></html>").toString();
  }

  private static void row(StringBuilder page, Route route) {
    Operation about = route.operation();
    page.append("<tr><td><code>")
        .append(escape(route.method() + " " + route.pattern()))
        .append("</code></td><td>")
        .append(escape(about.summary()))
        .append(about.jobResult().isPresent() ? " <em>Job.</em>" : "")
        .append(about.paged() ? " <em>In pages.</em>" : "")
        .append("</td><td>")
        .append(route.right().name().toLowerCase(Locale.ROOT))
        .append("</td><td>")
        .append(
            about.problems().stream()
                .map(problem -> problem.status() + " " + problem.code())
                .map(DocsPage::escape)
                .collect(Collectors.joining("<br>")))
        .append("</td></tr>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
