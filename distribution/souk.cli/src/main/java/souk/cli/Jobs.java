package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Starts long work and follows it to its result. */
final class Jobs {
  private static final long POLL_MILLIS = 200;

  private static final List<String> ENDED = List.of("DONE", "FAILED", "CANCELLED");

  private final Api api;

  Jobs(Api api) {
    this.api = api;
  }

  /** Posts, shows progress on the error stream, returns the result of the finished job. */
  JsonNode run(String title, String path, JsonNode body) {
    return followed(title, api.post(path, body));
  }

  /** The same with a body that was written already. */
  JsonNode run(String title, String path, byte[] body) {
    return followed(title, api.post(path, body));
  }

  private JsonNode followed(String title, JsonNode accepted) {
    ProgressBar bar = ProgressBar.onErrorStream(title);
    if (!accepted.has("jobId")) {
      bar.done("");
      return accepted;
    }
    JsonNode job =
        ended(
            accepted,
            running ->
                bar.show(
                    running.path("percent").asDouble(0),
                    rate(running.path("rate")),
                    running.path("remainingMillis").asLong(-1),
                    running.path("message").asText("")));
    boolean done = job.path("state").asText().equals("DONE");
    bar.done(
        done
            ? job.path("message").asText("")
            : job.path("state").asText().toLowerCase(Locale.ROOT));
    return result(title, job);
  }

  /** Follows an accepted job to its end, good or bad. */
  JsonNode ended(JsonNode accepted, Consumer<JsonNode> running) {
    String id = accepted.path("jobId").asText();
    while (true) {
      JsonNode job = api.get("/jobs/" + id);
      if (ENDED.contains(job.path("state").asText())) {
        return job;
      }
      running.accept(job);
      pause();
    }
  }

  /** What an ended job brought; its error is thrown. */
  static JsonNode result(String title, JsonNode job) {
    if (job.path("state").asText().equals("DONE")) {
      return job.path("result");
    }
    throw new CliFailure(ExitCode.FAILED, "%s: %s".formatted(title, error(job)));
  }

  /** Why a job failed. */
  static String error(JsonNode job) {
    return Api.ApiFailure.message(
        job.path("error"), job.path("error").asText(job.path("message").asText()));
  }

  private static String rate(JsonNode rate) {
    if (rate.isNumber()) {
      return rate.asDouble() > 0 ? String.format(Locale.ROOT, "%,.0f/s", rate.asDouble()) : "";
    }
    return rate.asText("");
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliFailure(ExitCode.FAILED, "Interrupted; the job goes on in the platform.", e);
    }
  }
}
