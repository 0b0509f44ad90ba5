package souk.edge.rest.resources;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.DocsPage;
import souk.edge.rest.doc.OpenApi;
import souk.edge.rest.doc.Operation;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Route;
import souk.edge.rest.json.Json;
import souk.edge.rest.json.ViewShapes;

/** The API described by itself: as OpenAPI, and as a page for people. */
final class DocsResource {
  private static final String HTML = "text/html; charset=utf-8";

  private final Supplier<List<Route>> routes;
  private final Json json;
  private final String version;

  /**
   * @param routes the whole table, with these routes
   */
  DocsResource(Supplier<List<Route>> routes, Json json, String version) {
    this.routes = routes;
    this.json = json;
    this.version = version;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/openapi.json", Right.KEY, this::openApi)
            .says("This description: OpenAPI 3.1.")
            .answers(Shape.ANY, Operation.JSON),
        Route.get("/docs", Right.KEY, this::page)
            .says("This description as a page.")
            .answers(Shape.TEXT, "text/html"));
  }

  private Object openApi(Request request) {
    return Answer.json(json.bytes(OpenApi.of(version, routes.get(), ViewShapes.all())));
  }

  private Object page(Request request) {
    byte[] page = DocsPage.of(version, routes.get()).getBytes(StandardCharsets.UTF_8);
    return new Answer(
        200, HTML, page, java.util.Map.of("Content-Security-Policy", PagePolicy.of(page)));
  }
}
