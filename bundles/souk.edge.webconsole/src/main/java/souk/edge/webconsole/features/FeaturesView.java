package souk.edge.webconsole.features;

import java.util.List;
import java.util.Locale;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.FeatureStatus;
import souk.kernel.api.JobStatus;

/** Features that are installed or could be, as HTML. */
final class FeaturesView {
  private final Sheet sheet;
  private final Html html;

  FeaturesView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  /** The change under way, and what became of the last one. */
  void running(List<JobStatus> changes) {
    sheet.region("change");
    changes.stream()
        .findFirst()
        .ifPresent(
            job -> {
              html.open("p", "class", "facts");
              html.text(sheet.text("features.last")).text(" ");
              html.element(
                  "strong", sheet.text("job." + job.state().name().toLowerCase(Locale.ROOT)));
              if (job.endedAt().isEmpty()) {
                html.text(String.format(Locale.ROOT, " %.0f %% %s", job.percent(), job.message()));
              }
              html.close();
              job.error().ifPresent(error -> html.element("p", error, "class", "bad"));
            });
    sheet.endRegion();
  }

  void list(List<FeatureStatus> features) {
    sheet.section("features", sheet.text("features.list"));
    html.open("p");
    html.element("a", sheet.text("features.action.undo"), "href", sheet.link("kind", "undo"));
    html.text(" – " + sheet.text("features.undo.hint")).close();
    sheet.region("list");
    sheet.table("features", "feature", "state", "version", "bundles", "change");
    features.forEach(this::feature);
    sheet.endTable();
    sheet.endRegion();
    sheet.endSection();
  }

  private void feature(FeatureStatus f) {
    sheet.row("class", f.state() == FeatureStatus.State.ACTIVE ? "primary" : "other");
    sheet.open("feature");
    html.element("strong", f.title()).single("br");
    html.element("span", f.name(), "class", "id").text(" ");
    if (f.required()) {
      html.element("span", sheet.text("features.required"), "class", "badge").text(" ");
    }
    html.element("span", sheet.text("features.origin." + f.origin()), "class", "badge");
    html.element("div", f.description(), "class", "small");
    html.close();
    sheet.cell("state", sheet.text("features.state." + f.state().name().toLowerCase(Locale.ROOT)));
    sheet.cell("version", f.version());
    sheet.open("bundles");
    html.open("details");
    html.element("summary", sheet.text("features.bundles", f.bundles().size()));
    html.open("ul");
    f.bundles().forEach(bundle -> html.element("li", bundle, "class", "bundle"));
    html.close().close().close();
    sheet.open("change");
    links(f);
    html.close();
    sheet.endRow();
  }

  private void links(FeatureStatus f) {
    if (f.state() == FeatureStatus.State.AVAILABLE) {
      link("install", f.id(), f.title());
      return;
    }
    f.update().ifPresent(id -> link("update", id, f.title()));
    if (!f.required()) {
      link("remove", f.name(), f.title());
    }
  }

  private void link(String kind, String feature, String title) {
    String text = sheet.text("features.action." + kind);
    html.element(
        "a",
        text,
        "href",
        sheet.link("kind", kind, "feature", feature),
        "aria-label",
        text + ": " + title);
    html.text(" ");
  }
}
