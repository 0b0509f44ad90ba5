package souk.edge.webconsole.models;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.LearningDesk;

/** Console page of learned models: where they come from, how good they are, and which serves. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + ModelsPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Models",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + ModelsPage.LABEL + "/res/souk.css"
    })
public final class ModelsPage extends ConsolePage {
  static final String LABEL = "souk-models";
  private static final long serialVersionUID = 1L;

  private final transient LearningDesk desk;
  private final transient AuditTrail trail;

  @Activate
  public ModelsPage(@Reference LearningDesk desk, @Reference AuditTrail trail) {
    super(LABEL);
    this.desk = desk;
    this.trail = trail;
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    Sheet sheet = Sheet.of(request, messages, html);
    sheet.title("models");
    List<KeptModel> models;
    try {
      models = desk.models().stream().map(KeptModel::of).toList();
    } catch (IllegalStateException e) {
      html.element("p", String.valueOf(e.getMessage()), "class", "bad");
      return;
    }
    if (models.isEmpty()) {
      sheet.empty(sheet.text("models.none"));
      return;
    }
    String asked = optional(request, "model");
    Optional<KeptModel> found =
        models.stream().filter(model -> asked.isEmpty() || model.name().equals(asked)).findFirst();
    if (found.isEmpty()) {
      html.element("p", sheet.text("models.unknown", asked), "class", "bad");
    }
    list(sheet, models, found.map(KeptModel::name).orElse(""));
    found.ifPresent(model -> show(sheet, request, model));
  }

  private static void show(Sheet sheet, HttpServletRequest request, KeptModel model) {
    long asked = number(request, "version");
    Optional<KeptVersion> version = model.version(asked == 0 ? model.champion() : asked);
    new VersionsView(sheet).show(model, version.map(KeptVersion::number).orElse(0));
    new CompareView(sheet).show(model, number(request, "first"), number(request, "second"));
    if (version.isEmpty()) {
      sheet
          .html()
          .element("p", sheet.text("models.unknown-version", asked, model.name()), "class", "bad");
    }
    version.ifPresent(one -> new VersionView(sheet).show(model, one));
  }

  private static void list(Sheet sheet, List<KeptModel> models, String shown) {
    sheet.table("models.list", "model", "learner", "champion", "versions", "newest");
    for (KeptModel model : models) {
      if (model.name().equals(shown)) {
        sheet.row("class", "primary");
      } else {
        sheet.row();
      }
      sheet.open("model");
      sheet.html().element("a", model.name(), "href", sheet.link("model", model.name()));
      sheet.html().close();
      sheet.cell("learner", model.version(model.champion()).map(KeptVersion::learner).orElse("–"));
      sheet.figure("champion", model.champion());
      sheet.figure("versions", Figures.count(model.versions().size()));
      sheet
          .when("newest")
          .text(
              model.versions().stream()
                  .findFirst()
                  .flatMap(KeptVersion::keptAt)
                  .map(Figures::time)
                  .orElse("–"))
          .close();
      sheet.endRow();
    }
    sheet.endTable();
  }

  @Override
  protected List<String> kept() {
    return List.of("model", "version");
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    String action = required(request, "action");
    String model = required(request, "model");
    String reason = reason(request, messages);
    switch (action) {
      case "promote" -> {
        int version = (int) Math.min(Integer.MAX_VALUE, number(request, "version"));
        desk.promote(model, version, actor, reason);
        record(actor, "model.promote", model + " " + version, reason);
        return messages.text("models.promoted", version, model);
      }
      case "roll-back" -> {
        desk.rollBack(model, actor, reason);
        record(actor, "model.roll-back", model, reason);
        return messages.text("models.rolled-back", model);
      }
      default -> throw new IllegalArgumentException("There is no action " + action + ".");
    }
  }

  private void record(Actor actor, String action, String subject, String reason) {
    trail.record(AuditEntry.builder(actor, action, subject).reason(reason).build());
  }
}
