package souk.edge.webconsole.offers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;
import souk.model.Money;
import souk.offer.api.LedgerView;
import souk.offer.api.Offer;
import souk.offer.api.OfferLimits;
import souk.trust.api.OfferState;
import souk.trust.api.OfferStatus;
import souk.trust.api.OfferSwitch;
import souk.trust.api.OfferSwitches;

/** The offers by state, and the switches that stop them. */
final class OffersView {
  private static final int MOST = 200;
  private static final List<Group> GROUPS =
      List.of(
          new Group("live", EnumSet.of(OfferState.LIVE)),
          new Group("stopped", EnumSet.of(OfferState.PAUSED, OfferState.KILLED)),
          new Group("scheduled", EnumSet.of(OfferState.SCHEDULED)),
          new Group(
              "drafts", EnumSet.of(OfferState.DRAFT, OfferState.IN_REVIEW, OfferState.APPROVED)),
          new Group("ended", EnumSet.of(OfferState.ENDED)));

  private final Sheet sheet;
  private final Uses uses;
  private final UsePace pace;

  /** Offers that are shown together. */
  private record Group(String name, Set<OfferState> states) {}

  /** How often an offer was used; empty while there is no ledger. */
  @FunctionalInterface
  interface Uses {
    Optional<LedgerView.OfferUse> of(String offerId);
  }

  OffersView(Sheet sheet, Uses uses, UsePace pace) {
    this.sheet = sheet;
    this.uses = uses;
    this.pace = pace;
  }

  /** The switch for all offers: a red notice while it is on, a form while it is off. */
  void killAll(OfferSwitches switches) {
    Optional<OfferSwitch> all = switches.allKilled();
    if (all.isPresent()) {
      sheet.html().open("div", "class", "report block", "role", "alert");
      sheet.html().element("strong", sheet.text("offers.all-killed"));
      stopped(all.get());
      form("offers.action.lift-all", "lift-all", "", false);
      sheet.html().close();
    }
    if (!switches.durable()) {
      sheet.html().element("p", sheet.text("offers.not-durable"), "class", "bad", "role", "alert");
    }
    if (all.isEmpty()) {
      sheet
          .html()
          .open("details", "class", "switch")
          .element("summary", sheet.text("offers.kill-all"));
      sheet.html().element("p", sheet.text("offers.kill-all.hint"));
      form("offers.action.kill-all", "kill-all", "", true);
      sheet.html().close();
    }
  }

  void groups(List<OfferStatus> all) {
    for (Group group : GROUPS) {
      List<OfferStatus> members =
          all.stream().filter(status -> group.states().contains(status.state())).toList();
      sheet.section(
          "offers-" + group.name(),
          sheet.text("offers.group." + group.name()) + " (" + members.size() + ")");
      if (members.isEmpty()) {
        sheet.empty(sheet.text("offers.group." + group.name() + ".none"));
      } else {
        table(group, members);
      }
      sheet.endSection();
    }
  }

  private void table(Group group, List<OfferStatus> members) {
    List<String> columns = new ArrayList<>(List.of("offer", "state", "window", "uses", "budget"));
    if (group.name().equals("live")) {
      columns.add("pace");
    }
    columns.add("change");
    sheet.table("offers", columns.toArray(new String[0]));
    members.stream().limit(MOST).forEach(status -> row(status, columns.contains("pace")));
    sheet.endTable();
    if (members.size() > MOST) {
      sheet.html().element("p", sheet.text("offers.more", members.size() - MOST), "class", "small");
    }
  }

  private void row(OfferStatus status, boolean live) {
    Optional<Offer> offer = status.published().or(() -> status.draft().map(draft -> draft.offer()));
    Optional<LedgerView.OfferUse> use =
        status.published().isPresent() ? uses.of(status.offerId()) : Optional.empty();
    OfferLimits limits = offer.map(Offer::limits).orElse(OfferLimits.none());
    String key = status.offerId();
    sheet.row();
    sheet.open("offer");
    sheet.html().element("strong", offer.map(this::name).orElse(key)).single("br");
    sheet.html().element("span", key, "class", "id").close();
    sheet.open("state");
    String state = status.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    sheet.html().element("span", sheet.text("offer.state." + state), "class", "badge " + state);
    status.stopped().ifPresent(this::stopped);
    sheet.html().close();
    sheet.when("window");
    offer.ifPresent(this::window);
    sheet.html().close();
    sheet.open("uses");
    region("uses:" + key, () -> uses(use, limits));
    sheet.html().close();
    sheet.open("budget");
    region("budget:" + key, () -> budget(use, limits));
    sheet.html().close();
    if (live) {
      sheet.open("pace");
      region("pace:" + key, () -> PaceChart.show(sheet, pace.perMinute(key)));
      sheet.html().close();
    }
    sheet.open("change");
    change(status);
    sheet.html().close();
    sheet.endRow();
  }

  private void region(String key, Runnable content) {
    sheet.region(key);
    content.run();
    sheet.endRegion();
  }

  private String name(Offer offer) {
    return offer.names().getOrDefault(sheet.messages().language(), offer.name());
  }

  private void window(Offer offer) {
    sheet.html().text(Figures.time(offer.window().from())).single("br");
    sheet.html().text(sheet.text("offers.until", Figures.time(offer.window().until())));
  }

  private void uses(Optional<LedgerView.OfferUse> use, OfferLimits limits) {
    if (use.isEmpty()) {
      sheet.html().text("–");
      return;
    }
    long orders = use.get().orders();
    if (limits.total().isEmpty()) {
      sheet.html().text(Figures.count(orders));
      return;
    }
    bar(orders, limits.total().getAsLong());
    sheet
        .html()
        .element(
            "div",
            Figures.count(orders) + " / " + Figures.count(limits.total().getAsLong()),
            "class",
            "small");
  }

  private void budget(Optional<LedgerView.OfferUse> use, OfferLimits limits) {
    if (limits.budget().isEmpty()) {
      sheet.html().text("–");
      return;
    }
    Money budget = limits.budget().get();
    Money spent = Money.ofMinor(use.map(u -> u.spentMinor()).orElse(0L), budget.currency());
    bar(spent.amountMinor(), budget.amountMinor());
    sheet.html().element("div", sheet.text("offers.spent", spent, budget), "class", "small");
  }

  private void bar(long used, long all) {
    String percent = String.format(Locale.ROOT, "%.0f\u00a0%%", 100.0 * used / Math.max(1, all));
    sheet
        .html()
        .element(
            "meter",
            percent,
            "min",
            "0",
            "max",
            Long.toString(Math.max(1, all)),
            "value",
            Long.toString(used),
            "aria-label",
            percent);
    sheet.html().text("\u00a0" + percent);
  }

  private void stopped(OfferSwitch by) {
    sheet
        .html()
        .element(
            "div",
            sheet.text("offers.stopped", by.actor(), Figures.time(by.at()), by.reason()),
            "class",
            "small");
  }

  private void change(OfferStatus status) {
    List<String> actions =
        switch (status.state()) {
          case LIVE, SCHEDULED -> List.of("pause", "kill");
          case PAUSED -> List.of("resume", "kill");
          case KILLED ->
              status.stopped().flatMap(OfferSwitch::offerId).isPresent()
                  ? List.of("lift")
                  : List.of();
          default -> List.of();
        };
    if (actions.isEmpty()) {
      sheet.html().text("–");
      return;
    }
    sheet.html().open("details").element("summary", sheet.text("offers.change"));
    for (String action : actions) {
      form("offers.action." + action, action, status.offerId(), action.equals("kill"));
    }
    sheet.html().close();
  }

  private void form(String text, String action, String offerId, boolean confirmed) {
    sheet.form();
    if (!offerId.isEmpty()) {
      sheet.hidden("offer", offerId);
    }
    sheet.reason();
    if (confirmed) {
      sheet.html().open("label", "class", "check");
      sheet
          .html()
          .single("input", "type", "checkbox", "name", "confirm", "value", "yes", "required", "");
      sheet
          .html()
          .text(sheet.text(action.equals("kill") ? "offers.confirm" : "offers.confirm-all"));
      sheet.html().close();
    }
    sheet.html().open("div", "class", "buttons");
    sheet.button(sheet.text(text), action);
    sheet.html().close();
    sheet.endForm();
  }
}
