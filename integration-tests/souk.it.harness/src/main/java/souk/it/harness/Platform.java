package souk.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The unpacked distribution as a child process on a free port with a state folder of its own. */
public final class Platform implements AutoCloseable {
  public static final Path HOME = Path.of(System.getProperty("souk.home"));
  public static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration START = Duration.ofSeconds(120);

  /**
   * Options of every platform under test, before those of its own: most live for seconds and end
   * before the optimising compiler has paid off. Benchmarks set none.
   */
  private static final String OPTIONS = System.getProperty("souk.it.options", "");

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Path data;
  private final Path deploy;
  private final Process process;
  private final URI url;

  private Platform(Path data, Path deploy, Process process, URI url) {
    this.data = data;
    this.deploy = deploy;
    this.process = process;
    this.url = url;
  }

  /** Starts on the folder {@code data} below the given one, which may hold an older state. */
  public static Platform start(Path folder) throws Exception {
    return start(folder, "-Dsouk.deploy.pollMillis=200");
  }

  /**
   * @param javaOptions for the platform's process, separated by blanks
   */
  public static Platform start(Path folder, String javaOptions) throws Exception {
    return start(folder, folder.resolve("data"), javaOptions);
  }

  /** Starts with other settings than those of the distribution. */
  public static Platform startWithConf(Path folder, Path conf) throws Exception {
    return start(folder, folder.resolve("data"), "", conf);
  }

  /** Starts another installation than the shared one. */
  public static Platform startAt(Path home, Path folder, String javaOptions) throws Exception {
    return start(home, folder, folder.resolve("data"), javaOptions, home.resolve("conf"));
  }

  /** Starts on a state folder that lies elsewhere. */
  public static Platform start(Path folder, Path data, String javaOptions) throws Exception {
    return start(folder, data, javaOptions, HOME.resolve("conf"));
  }

  private static Platform start(Path folder, Path data, String javaOptions, Path conf)
      throws Exception {
    return start(HOME, folder, data, javaOptions, conf);
  }

  private static Platform start(Path home, Path folder, Path data, String javaOptions, Path conf)
      throws Exception {
    Path deploy = folder.resolve("deploy");
    Files.createDirectories(deploy);
    File out = folder.resolve("out-" + System.nanoTime() + ".log").toFile();
    Process process = launch(home, data, deploy, "0", out, javaOptions, conf);
    Path announcement = data.resolve("running.properties");
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      if (Files.exists(announcement)) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(announcement)) {
          properties.load(reader);
        }
        if (properties.getProperty("pid", "").equals(Long.toString(process.pid()))) {
          Platform platform =
              new Platform(data, deploy, process, URI.create(properties.getProperty("url")));
          if (platform.up()) {
            return platform;
          }
        }
      }
      Thread.sleep(100);
    }
    process.destroyForcibly();
    throw new AssertionError(
        "The platform did not answer within " + START + ":\n" + Files.readString(out.toPath()));
  }

  public static Process launch(Path data, Path deploy, String port, File out) throws IOException {
    return launch(HOME, data, deploy, port, out, "", HOME.resolve("conf"));
  }

  private static Process launch(
      Path home, Path data, Path deploy, String port, File out, String javaOptions, Path conf)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/souk").toString());
    command.addAll(List.of("start", "--foreground", "--port", port));
    command.addAll(List.of("--data", data.toString(), "--deploy", deploy.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOUK_HEAP", "1g");
    builder.environment().put("SOUK_JAVA_OPTS", OPTIONS + " " + javaOptions);
    builder.environment().put("SOUK_CONF", conf.toString());
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    return builder.redirectOutput(out).start();
  }

  private boolean up() {
    try {
      return "UP".equals(get("/health").path("status").asText());
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  public Path data() {
    return data;
  }

  /**
   * What the pages of the documentation expect in the environment.
   *
   * @param maven folder of the command {@code mvn}
   * @param article an article of the shop
   */
  public Map<String, String> variables(Path maven, String article) {
    Path bin = HOME.resolve("bin").toAbsolutePath();
    return Map.of(
        "SOUK", HOME.toAbsolutePath().toString(),
        "PATH", maven.toAbsolutePath() + ":" + bin + ":" + System.getenv("PATH"),
        "SOUK_DATA", data.toString(),
        "SOUK_DEPLOY", deploy.toString(),
        "ARTICLE", article);
  }

  public URI url() {
    return url;
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  public JsonNode get(String path) throws IOException {
    HttpResponse<String> response = send("GET", path, null, key("admin"));
    return expectBelow400(path, response);
  }

  public JsonNode post(String path, JsonNode body) throws IOException {
    return expectBelow400(path, send("POST", path, body, key("admin")));
  }

  private static JsonNode expectBelow400(String path, HttpResponse<String> response)
      throws IOException {
    if (response.statusCode() >= 400) {
      throw new IllegalStateException(path + " " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** Any method, any key, any answer. */
  public HttpResponse<String> send(String method, String path, JsonNode body, String key)
      throws IOException {
    HttpRequest.BodyPublisher content =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(method, content);
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  public String key(String role) throws IOException {
    Path file = data.resolve("secrets").resolve(role + ".key");
    return Files.exists(file) ? Files.readString(file).strip() : "";
  }

  /** Posts and waits for the job's result. */
  public JsonNode job(String path, JsonNode body) throws Exception {
    JsonNode job = finished(path, body);
    if (!"DONE".equals(job.path("state").asText())) {
      throw new AssertionError(path + " ended as " + job.toPrettyString());
    }
    return job.path("result");
  }

  /** Posts and waits for the job's end, good or bad. */
  public JsonNode finished(String path, JsonNode body) throws Exception {
    String id = post(path, body).path("jobId").asText();
    return await(
        "job " + id,
        Duration.ofMinutes(5),
        () -> get("/jobs/" + id),
        j -> List.of("DONE", "FAILED", "CANCELLED").contains(j.path("state").asText()));
  }

  public static <T> T await(String what, Duration limit, Callable<T> probe, Predicate<T> good)
      throws Exception {
    long deadline = System.nanoTime() + limit.toNanos();
    T last = probe.call();
    while (!good.test(last)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited " + limit + " for " + what + ", last seen: " + last);
      }
      Thread.sleep(100);
      last = probe.call();
    }
    return last;
  }

  /** Copies under another name, then renames, as an admin would. */
  public void drop(Path jar, String name) throws IOException {
    Path part = deploy.resolve(name + ".part");
    Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
    Files.move(part, deploy.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  public void take(String name) throws IOException {
    Files.delete(deploy.resolve(name));
  }

  /** Empties the drop folder. */
  public void takeAll() throws IOException {
    try (Stream<Path> files = Files.list(deploy)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** The role's entry in the list of strategies. */
  public JsonNode role(String role) throws IOException {
    for (JsonNode one : get("/strategies")) {
      if (role.equals(one.path("role").asText())) {
        return one;
      }
    }
    return JSON.missingNode();
  }

  public boolean offers(String role, String strategy) throws IOException {
    for (JsonNode one : role(role).path("strategies")) {
      if (strategy.equals(one.path("strategy").asText())
          && !"ABSENT".equals(one.path("state").asText())) {
        return true;
      }
    }
    return false;
  }

  public JsonNode select(String role, String strategy, String version) throws IOException {
    return post(
        "/strategies/" + role + "/select",
        object().put("strategy", strategy).put("version", version).put("reason", "test"));
  }

  /** Stops as a service manager would and expects a clean end. */
  public int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(45, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The platform did not stop within 45 s");
    }
    return process.exitValue();
  }

  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      process.destroy();
      if (!process.waitFor(45, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}
