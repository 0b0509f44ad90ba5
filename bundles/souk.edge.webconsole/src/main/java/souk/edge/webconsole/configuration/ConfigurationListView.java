package souk.edge.webconsole.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** All forms, by room. */
final class ConfigurationListView {
  private final Sheet sheet;
  private final Html html;
  private final Settings settings;

  ConfigurationListView(Sheet sheet, Settings settings) {
    this.sheet = sheet;
    this.html = sheet.html();
    this.settings = settings;
  }

  void show(List<Form> forms) {
    sheet.title("configuration");
    if (forms.isEmpty()) {
      sheet.empty(sheet.text("configuration.none"));
    }
    List<String> rooms = forms.stream().map(Form::room).distinct().toList();
    for (String room : rooms) {
      String key = "room." + room;
      html.open("div", "class", "even");
      sheet.section("room-" + room, sheet.text(key).equals(key) ? room : sheet.text(key));
      sheet.table("configuration", "component", "does", "changed");
      forms.stream().filter(f -> f.room().equals(room)).forEach(this::rows);
      sheet.endTable();
      sheet.endSection();
      html.close();
    }
    html.open("p").element("a", sheet.text("configuration.others"), "href", "configMgr").close();
  }

  private void rows(Form form) {
    List<String> pids = new ArrayList<>();
    if (form.factory()) {
      pids.addAll(settings.instances(form.pid()));
    }
    if (pids.isEmpty()) {
      pids.add(form.pid());
    }
    pids.forEach(pid -> row(form, pid));
  }

  private void row(Form form, String pid) {
    Map<String, Object> current = settings.current(pid);
    List<String> set = new ArrayList<>();
    for (Field field : form.fields()) {
      Object value = current.get(field.id());
      if (value != null && !Proposal.standard(field).equals(Settings.text(value))) {
        set.add(field.id() + "=" + Settings.text(value));
      }
    }
    sheet.row();
    sheet.open("component").element("a", form.name(), "href", sheet.link("pid", pid));
    html.single("br").element("span", pid, "class", "id").close();
    sheet.cell("does", form.description());
    sheet.cell("changed", set.isEmpty() ? "–" : String.join(", ", set));
    sheet.endRow();
  }
}
