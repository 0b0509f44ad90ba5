package souk.edge.webconsole.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.JobStatus;
import souk.kernel.api.JobStatus.State;

/** Running and ended jobs as HTML. */
final class JobsView {
  private static final int SIZE = 25;

  private final Sheet sheet;

  JobsView(Sheet sheet) {
    this.sheet = sheet;
  }

  /**
   * @param all newest first
   */
  void show(List<JobStatus> all, long from) {
    sheet.title("jobs");
    sheet.section("running", sheet.text("jobs.running"));
    sheet.region("running");
    List<JobStatus> running = all.stream().filter(j -> !ended(j)).toList();
    if (running.isEmpty()) {
      sheet.empty(sheet.text("jobs.running.none"));
    } else {
      sheet.table("jobs", "kind", "state", "progress", "rate", "remaining", "who", "cancel");
      running.forEach(this::running);
      sheet.endTable();
    }
    sheet.endRegion();
    sheet.endSection();
    sheet.section("ended", sheet.text("jobs.history"));
    sheet.region("ended");
    history(all.stream().filter(JobsView::ended).toList(), from);
    sheet.endRegion();
    sheet.endSection();
  }

  private void running(JobStatus job) {
    sheet.row();
    sheet.open("kind").element("strong", job.kind()).single("br");
    sheet.html().element("span", job.id(), "class", "id").close();
    sheet.cell("state", state(job));
    sheet.open("progress");
    progress(job);
    sheet.html().close();
    sheet.figure(
        "rate", job.rate() > 0 ? sheet.text("jobs.per-second", Figures.number(job.rate())) : "–");
    sheet.figure("remaining", job.remainingMillis().map(Figures::duration).orElse("–"));
    sheet.open("who").text(job.actor().name() + " (" + job.actor().channel() + ")").single("br");
    sheet.html().element("span", Figures.time(job.submittedAt()), "class", "small").close();
    sheet.open("cancel");
    sheet.html().open("details").element("summary", sheet.text("jobs.cancel"));
    sheet.form();
    sheet.hidden("job", job.id());
    sheet.reason();
    sheet.html().open("div", "class", "buttons");
    sheet.button(sheet.text("jobs.cancel.now"), "cancel");
    sheet.html().close();
    sheet.endForm();
    sheet.html().close().close();
    sheet.endRow();
  }

  private void progress(JobStatus job) {
    String percent = String.format(Locale.ROOT, "%.0f %%", job.percent());
    if (job.percent() > 0) {
      String value = String.format(Locale.ROOT, "%.1f", job.percent());
      sheet
          .html()
          .element("progress", percent, "max", "100", "value", value, "aria-label", percent);
      sheet.html().text(" " + percent);
    } else if (job.state() == State.RUNNING) {
      sheet.html().element("progress", "…", "aria-label", sheet.text("jobs.running"));
    }
    sheet.html().element("div", job.message(), "class", "small");
  }

  private void history(List<JobStatus> ended, long from) {
    if (ended.isEmpty()) {
      sheet.empty(sheet.text("jobs.history.none"));
      return;
    }
    sheet.table("jobs", "kind", "state", "ended", "took", "who", "result");
    ended.stream().skip(from).limit(SIZE).forEach(this::past);
    sheet.endTable();
    sheet.pager(from, SIZE, ended.size() > from + SIZE);
  }

  private void past(JobStatus job) {
    sheet.row();
    sheet.open("kind").element("strong", job.kind()).single("br");
    sheet.html().element("span", job.id(), "class", "id").close();
    sheet.open("state");
    sheet.html().element("span", state(job), "class", "badge " + lower(job.state())).close();
    sheet.figure("ended", job.endedAt().map(Figures::time).orElse("–"));
    sheet.figure(
        "took",
        job.endedAt()
            .map(end -> Figures.duration(Duration.between(job.submittedAt(), end).toMillis()))
            .orElse("–"));
    sheet.cell("who", job.actor().name() + " (" + job.actor().channel() + ")");
    sheet.open("result");
    job.error().ifPresent(e -> sheet.html().element("div", e, "class", "bad"));
    job.resultJson()
        .ifPresent(
            result -> {
              sheet.html().open("details").element("summary", sheet.text("jobs.result"));
              sheet.html().element("pre", result, "tabindex", "0").close();
            });
    sheet.html().close();
    sheet.endRow();
  }

  private String state(JobStatus job) {
    return sheet.text("job." + lower(job.state()));
  }

  private static String lower(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static boolean ended(JobStatus job) {
    return job.state() != State.RUNNING && job.state() != State.QUEUED;
  }
}
