package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Asks the platform part by part and shows one progress over all of it. */
final class ForecastWork {
  private final Api api;
  private final ForecastQuestion question;
  private final ProgressBar bar;
  private final long begin = System.nanoTime();
  private final double total;
  private double done;

  /**
   * @param rounds how often all series are gone through
   */
  ForecastWork(Api api, ForecastQuestion question, ProgressBar bar, int rounds) {
    this.api = api;
    this.question = question;
    this.bar = bar;
    this.total = Math.max(1, (double) question.set().series().size() * rounds);
  }

  /** Posts one part and waits for the job's end, good or bad. */
  JsonNode ask(
      String path, ForecastQuestion.Part part, ForecastQuestion.Addition addition, String what) {
    double share = part.places().size();
    show(0, what);
    JsonNode job =
        new Jobs(api)
            .ended(
                api.post(path, question.body(part, addition)),
                running ->
                    show(
                        share * Math.min(100, running.path("percent").asDouble(0)) / 100,
                        what + ": " + running.path("message").asText("")));
    done += share;
    show(0, what);
    return job;
  }

  private void show(double within, String message) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    double here = done + within;
    String rate =
        here > 0 && seconds > 0 ? String.format(Locale.ROOT, "%,.0f series/s", here / seconds) : "";
    long left = here > 0 ? (long) (1_000 * seconds * (total - here) / here) : -1;
    bar.show(100 * here / total, rate, left, message);
  }

  double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }
}
