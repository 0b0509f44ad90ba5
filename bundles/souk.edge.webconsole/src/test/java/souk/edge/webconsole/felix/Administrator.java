package souk.edge.webconsole.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Who knows the console's password and looks at one page. */
final class Administrator {
  private final ConsoleFelix console;
  private final String page;
  private final String login;

  private Administrator(ConsoleFelix console, String page, String login) {
    this.console = console;
    this.page = page;
    this.login = login;
  }

  /** Waits until the page is there. */
  static Administrator of(ConsoleFelix console, Path state, String page) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (send(HttpRequest.newBuilder(console.page(page)).build()).statusCode() != 401
        && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    String login;
    try (Stream<Path> files = Files.walk(state)) {
      Path first = files.filter(f -> f.endsWith("console.first")).findFirst().orElseThrow();
      login = ConsoleFelix.basic("admin", Files.readString(first).strip());
    }
    Administrator administrator = new Administrator(console, page, login);
    while (administrator.get(page).statusCode() != 200 && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    return administrator;
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(console.page(path)).header("Authorization", login).build());
  }

  /** The page with a query. */
  String look(String query) throws Exception {
    return get(page + query).body();
  }

  /** Presses a button and returns the page that follows. */
  String press(String form) throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(console.page(page))
                .header("Authorization", login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&lang=en"))
                .build());
    assertEquals(302, answer.statusCode());
    URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    return send(HttpRequest.newBuilder(next).header("Authorization", login).build()).body();
  }
}
