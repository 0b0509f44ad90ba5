package souk.edge.rest.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real server on a real socket. */
class ServerRefusalsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Server server = new Server();
  private final ServerRefusals refusals = new ServerRefusals();
  private final ServerConnector door = new ServerConnector(server, 1, 1);

  @BeforeEach
  void start() throws Exception {
    server.addConnector(door);
    server.start();
    Connector silent = refusals.createConnector(server);
    server.addConnector(silent);
    silent.start();
    assertTrue(silent.isStarted());
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void aPathThatCanBeReadInTwoWays() throws Exception {
    check(400, "request.malformed", ask("GET /api/v1/a%2Fb HTTP/1.1\r\nHost: h\r\n\r\n"));
  }

  @Test
  void noHttpAtAll() throws Exception {
    check(400, "request.malformed", ask("NONSENSE\r\n\r\n"));
    check(400, "request.malformed", ask("GET / HTTP/1.1\r\n\r\n"));
  }

  @Test
  void anAddressThatIsTooLong() throws Exception {
    String answer = ask("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: h\r\n\r\n");
    check(414, "request.address-too-long", answer);
  }

  @Test
  void headersThatAreTooLong() throws Exception {
    String answer = ask("GET / HTTP/1.1\r\nHost: h\r\nX-A: " + "b".repeat(10_000) + "\r\n\r\n");
    check(431, "request.headers-too-large", answer);
  }

  @Test
  void aVersionThatIsUnknown() throws Exception {
    check(505, "request.refused", ask("GET / HTTP/7.3\r\nHost: h\r\n\r\n"));
  }

  @Test
  void theReadersLanguageIsSpoken() throws Exception {
    String answer =
        ask("GET /nothing HTTP/1.1\r\nHost: h\r\nAccept-Language: zh\r\nConnection: close\r\n\r\n");
    String title = check(404, "path.unknown", answer).path("title").asText();
    assertTrue(title.codePoints().anyMatch(c -> c > 0x3000), title);
  }

  /** Without the component the server is as it was. */
  @Test
  void itIsTakenBack() throws Exception {
    refusals.close();
    String answer = ask("GET /api/v1/a%2Fb HTTP/1.1\r\nHost: h\r\n\r\n");
    assertFalse(answer.contains("problem+json"), answer);
  }

  private static JsonNode check(int status, String code, String answer) throws IOException {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    String head =
        answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(java.util.Locale.ROOT);
    assertTrue(head.contains("content-type: application/problem+json"), answer);
    assertTrue(head.contains("cache-control: no-store"), answer);
    assertTrue(head.contains("x-content-type-options: nosniff"), answer);
    JsonNode problem = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    assertEquals("urn:souk:problem:" + code, problem.path("type").asText(), answer);
    assertEquals(status, problem.path("status").asInt());
    assertFalse(problem.path("detail").asText().isEmpty());
    return problem;
  }

  private String ask(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", door.getLocalPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
