package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Starts long work and follows it to its result. */
final class Jobs {
  private static final long POLL_MILLIS = 200;

  private final Api api;

  Jobs(Api api) {
    this.api = api;
  }

  /** Posts, shows progress on the error stream, returns the result of the finished job. */
  JsonNode run(String title, String path, JsonNode body) {
    ProgressBar bar = ProgressBar.onErrorStream(title);
    JsonNode accepted = api.post(path, body);
    if (!accepted.has("jobId")) {
      bar.done("");
      return accepted;
    }
    String id = accepted.get("jobId").asText();
    while (true) {
      JsonNode job = api.get("/jobs/" + id);
      switch (job.path("state").asText()) {
        case "DONE" -> {
          bar.done(job.path("message").asText(""));
          return job.path("result");
        }
        case "FAILED", "CANCELLED" -> {
          bar.done(job.path("state").asText().toLowerCase(Locale.ROOT));
          throw new CliFailure(
              ExitCode.FAILED,
              "%s: %s"
                  .formatted(
                      title,
                      Api.ApiFailure.message(
                          job.path("error"),
                          job.path("error").asText(job.path("message").asText()))));
        }
        default ->
            bar.show(
                job.path("percent").asDouble(0),
                rate(job.path("rate")),
                job.path("remainingMillis").asLong(-1),
                job.path("message").asText(""));
      }
      pause();
    }
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
