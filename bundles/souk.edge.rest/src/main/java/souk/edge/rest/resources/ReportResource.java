package souk.edge.rest.resources;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.evidence.api.Report;
import souk.evidence.api.Reports;

/** The report as a page. */
final class ReportResource {
  private final Rooms rooms;
  private final JobStarter jobs;
  private volatile @Nullable Served served;

  ReportResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /** A report with the policy for its own scripts and styles. */
  private record Served(String id, Answer answer) {}

  /**
   * Body.
   *
   * @param locale {@code en} or {@code zh}; English if left out
   */
  record Render(@Nullable String locale) {}

  List<Route> routes() {
    return List.of(
        Route.post("/reports", Right.MERCHANDISE, this::render)
            .says("Renders the report.")
            .takes(Render.class)
            .starts(
                Shape.object("RenderedReport")
                    .with("reportId", String.class)
                    .with("bytes", int.class)
                    .with("href", String.class)),
        Route.get("/report", Right.READ, this::latest)
            .says("The latest report as a page.")
            .answers(Shape.TEXT, "text/html")
            .fails(404, "report.none"));
  }

  private Object render(Request request) {
    String language = Fields.or(request.body(Render.class).locale(), "en");
    if (!List.of("en", "zh").contains(language)) {
      throw ProblemException.badRequest(
          "body.impossible-value", "Field locale must be en or zh, but is %s.".formatted(language));
    }
    Locale locale = language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    Reports reports = rooms.get(Reports.class);
    return jobs.start(
        request,
        "report",
        progress -> {
          Report report = reports.render(locale, progress);
          return Map.of(
              "reportId", report.id(), "bytes", report.content().length, "href", "/api/v1/report");
        });
  }

  private Object latest(Request request) {
    Report report =
        rooms.get(Reports.class).latest().orElseThrow(() -> NotYet.run("report", "/reports"));
    Served known = served;
    if (known == null || !known.id().equals(report.id())) {
      known = new Served(report.id(), answer(report));
      served = known;
    }
    return known.answer();
  }

  private static Answer answer(Report report) {
    return new Answer(
        200,
        report.mediaType(),
        report.content(),
        Map.of("Content-Security-Policy", PagePolicy.of(report.content())));
  }
}
