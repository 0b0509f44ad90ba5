package souk.edge.webconsole.configuration;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditTrail;

/** Console page on which every component's configuration is read, checked, saved and taken back. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + ConfigurationPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Configuration of Souk",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + ConfigurationPage.LABEL + "/res/souk.css"
    })
public final class ConfigurationPage extends ConsolePage {
  static final String LABEL = "souk-configuration";

  /** Parameters of fields begin so, so that no field can be mistaken for another parameter. */
  static final String FIELD = "field.";

  private static final long serialVersionUID = 1L;

  private final transient FormReader forms;
  private final transient Settings settings;
  private final transient Proposer proposer;
  private final transient ConfigurationActions actions;
  private final transient Drafts drafts = new Drafts();

  @Activate
  public ConfigurationPage(
      BundleContext context,
      @Reference ConfigurationAdmin admin,
      @Reference ServiceComponentRuntime components,
      @Reference AuditTrail trail) {
    super(LABEL);
    this.forms = new FormReader(context);
    this.settings = new Settings(admin);
    Consequences consequences = new Consequences(components, context);
    this.proposer = new Proposer(context, settings, consequences);
    this.actions = new ConfigurationActions(settings, consequences, trail);
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    Sheet sheet = Sheet.of(request, messages, html);
    String pid = optional(request, "pid");
    if (pid.isEmpty()) {
      new ConfigurationListView(sheet, settings).show(forms.all(messages.language()));
      return;
    }
    Optional<Form> form = form(pid, messages);
    if (form.isEmpty()) {
      html.element("h1", messages.text("configuration.title"));
      html.element("p", messages.text("configuration.unknown", pid), "class", "bad");
      html.open("p").element("a", messages.text("configuration.all"), "href", sheet.link());
      html.close();
      return;
    }
    Optional<Proposal> draft = drafts.find(optional(request, "draft"), pid);
    Proposal shown = draft.orElseGet(() -> proposer.propose(form.get(), pid, Map.of(), messages));
    new ConfigurationFormView(sheet)
        .show(form.get(), shown, draft.isPresent(), settings.previous(pid).isPresent());
  }

  @Override
  protected List<String> kept() {
    return List.of("pid");
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    String pid = required(request, "pid");
    Form form =
        form(pid, messages)
            .orElseThrow(
                () -> new IllegalArgumentException(messages.text("configuration.unknown", pid)));
    String action = required(request, "action");
    switch (action) {
      case "check", "save" -> {
        Map<String, String> typed = new HashMap<>();
        for (Field field : form.fields()) {
          String value = request.getParameter(FIELD + field.id());
          if (value != null) {
            typed.put(field.id(), value);
          }
        }
        Proposal proposal = proposer.propose(form, pid, typed, messages);
        lead(request, "draft", drafts.keep(proposal));
        if (!proposal.good()) {
          throw new IllegalArgumentException(messages.text("configuration.refused"));
        }
        if (action.equals("check")) {
          return messages.text("configuration.done.check", proposal.changes().size());
        }
        String done = actions.save(proposal, messages, actor, reason(request, messages));
        lead(request, "draft", "");
        return done;
      }
      case "undo" -> {
        return actions.undo(form, pid, messages, actor, reason(request, messages));
      }
      case "default" -> {
        return actions.standard(form, pid, messages, actor, reason(request, messages));
      }
      default -> throw new IllegalArgumentException("There is no action " + action + ".");
    }
  }

  /** The form of a pid, also of one made from a factory. */
  private Optional<Form> form(String pid, Messages messages) {
    int tilde = pid.indexOf('~');
    return forms.find(tilde < 0 ? pid : pid.substring(0, tilde), messages.language());
  }
}
