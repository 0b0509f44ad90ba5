package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Route;

/** The description names every route with all that a client must know of it. */
class ApiDescriptionTest {
  @TempDir Path folder;
  private Edge edge;

  @BeforeEach
  void open() {
    edge = new Edge(folder);
  }

  @Test
  void everyRouteIsDescribed() {
    List<String> lacks = new ArrayList<>();
    for (Route route : edge.routes()) {
      String name = route.method() + " " + route.pattern();
      if (!route.operation().summary().endsWith(".")) {
        lacks.add(name + " has no sentence");
      }
      if (route.operation().answer().isEmpty()) {
        lacks.add(name + " does not say what it answers");
      }
      if (route.method().equals("POST") && route.operation().body().isEmpty()) {
        lacks.add(name + " does not say what it takes");
      }
      if (route.pattern().contains("{id}")
          && route.operation().problems().stream().noneMatch(p -> p.status() == 404)) {
        lacks.add(name + " does not say that there may be no such thing");
      }
    }
    assertEquals(List.of(), lacks);
  }

  @Test
  void referencesLeadSomewhereAndSchemasAreSchemas() {
    JsonNode document = edge.description().document();
    assertEquals("3.1.0", document.path("openapi").asText());
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.asText().substring(1);
      assertFalse(document.at(pointer).isMissingNode(), pointer);
    }
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    JsonNode schemas = document.path("components").path("schemas");
    assertTrue(schemas.size() > 40, "schemas: " + schemas.size());
    schemas.forEach(schema -> factory.getSchema(schema.toString()));
  }

  @Test
  void fieldsThatMayBeLeftOutAreNotRequired() throws Exception {
    Description description = edge.description();
    JsonNode right =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .readTree("{\"kind\":\"PRICE\",\"budgetMinor\":5}");
    assertEquals(0, description.body("/plans", right).size());
    JsonNode wrong =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .readTree("{\"kind\":\"PRICE\",\"budget\":5}");
    assertEquals(2, description.body("/plans", wrong).size());
    JsonNode series =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .readTree("{\"horizon\":2,\"series\":[{\"id\":\"s\",\"values\":[1,2]}]}");
    assertEquals(0, description.body("/forecasts/adhoc", series).size());
  }

  @Test
  void theDocumentIsTheSameEachTime() {
    Answer first = edge.ask(Call.get("/openapi.json").key(edge.key("till")));
    Answer second = new Edge(folder).ask(Call.get("/openapi.json").key(edge.key("till")));
    assertArrayEquals(first.body(), second.body());
  }

  @Test
  void thePageNamesEveryRouteAndLoadsNothing() {
    Answer page = edge.ask(Call.get("/docs").key(edge.key("reader")));
    String html = new String(page.body(), StandardCharsets.UTF_8);
    edge.description()
        .document()
        .path("paths")
        .fieldNames()
        .forEachRemaining(path -> assertTrue(html.contains(path), path));
    assertFalse(html.contains("src="));
    assertTrue(page.headers().get("Content-Security-Policy").contains("script-src 'none'"));
  }
}
