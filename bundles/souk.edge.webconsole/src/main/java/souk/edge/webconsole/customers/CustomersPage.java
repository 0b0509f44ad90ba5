package souk.edge.webconsole.customers;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import souk.customer.api.CustomerScore;
import souk.customer.api.Scores;
import souk.customer.api.ScoringRun;
import souk.customer.api.Segments;
import souk.data.api.Erasures;
import souk.data.api.SalesHistory;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Jobs;
import souk.kernel.api.RouterAdmin;
import souk.model.CustomerKey;

/** Console page of customers: what they will probably do, how well that is told, and why. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + CustomersPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Customers",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + CustomersPage.LABEL + "/res/souk.css"
    })
public final class CustomersPage extends ConsolePage {
  static final String LABEL = "souk-customers";
  private static final long serialVersionUID = 1L;
  private static final String KIND = "scores";
  private static final int SHOWN = 10;
  private static final int DAYS = 30;
  private static final int MOST_DAYS = 3_650;

  private final transient Scores scores;
  private final transient SalesHistory sales;
  private final transient @Nullable Segments segments;
  private final transient CustomerActions actions;
  private final transient ErasureForm erasure;

  /**
   * @param segments null while nobody segments customers
   */
  @Activate
  public CustomersPage(
      @Reference Scores scores,
      @Reference SalesHistory sales,
      @Reference Jobs jobs,
      @Reference AuditTrail trail,
      @Reference RouterAdmin router,
      @Reference Erasures erasures,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Segments segments) {
    super(LABEL);
    this.scores = scores;
    this.sales = sales;
    this.segments = segments;
    this.actions = new CustomerActions(jobs, trail, router);
    this.erasure = new ErasureForm(erasures, jobs);
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    Sheet sheet = Sheet.of(request, messages, html);
    sheet.title("customers");
    actions.running(sheet, KIND);
    actions.running(sheet, ErasureForm.KIND);
    Optional<ScoringRun> latest = scores.latest();
    boolean nothing = sales.summary().isEmpty();
    if (latest.isEmpty()) {
      sheet.empty(sheet.text(nothing ? "customers.no-sales" : "customers.none"));
    } else {
      show(sheet, latest.get(), optional(request, "customer"), number(request, "from"));
    }
    if (!nothing) {
      actions.form(
          sheet,
          "customers",
          "BehaviorPredictor",
          () ->
              sheet.field(
                  sheet.text("customers.days"),
                  "days",
                  Integer.toString(DAYS),
                  "inputmode",
                  "numeric"));
      erasure.show(sheet, optional(request, "customer"));
    }
  }

  private void show(Sheet sheet, ScoringRun run, String asked, long from) {
    RunFacts.show(sheet, run);
    sheet.question("");
    sheet.html().open("div", "class", "fields");
    sheet.field(sheet.text("customers.search"), "customer", asked, "autocomplete", "off");
    sheet.html().element("button", sheet.text("customers.search.go"), "type", "submit").close();
    sheet.endForm();
    if (!asked.isEmpty()) {
      Optional<CustomerScore> found = find(asked);
      if (found.isEmpty()) {
        sheet.html().element("p", sheet.text("customers.unknown", asked), "class", "bad");
      } else {
        new ProfileView(sheet, run, Optional.ofNullable(segments).flatMap(Segments::latest))
            .show(found.get());
      }
    }
    list(sheet, run, from);
    CalibrationView.show(sheet, run.forecast());
  }

  /** What cannot be a key is no customer. */
  private Optional<CustomerScore> find(String asked) {
    try {
      return scores.scoreOf(new CustomerKey(asked));
    } catch (IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }

  private static void list(Sheet sheet, ScoringRun run, long from) {
    List<CustomerScore> all = run.forecast().scores();
    sheet.section("list", sheet.text("customers.list"));
    sheet.table("customers", "customer", "buys", "churned", "purchases", "spend");
    all.stream()
        .sorted(
            Comparator.comparing(CustomerScore::spend)
                .reversed()
                .thenComparing(CustomerScore::customer))
        .skip(from)
        .limit(SHOWN)
        .forEach(score -> row(sheet, score));
    sheet.endTable();
    sheet.pager(from, SHOWN, from + SHOWN < all.size());
    sheet.endSection();
  }

  private static void row(Sheet sheet, CustomerScore score) {
    sheet.row();
    String key = score.customer().value();
    sheet.open("customer").element("a", key, "href", sheet.link("customer", key)).close();
    sheet.figure("buys", CustomerWords.percent(score.buys()));
    sheet.figure("churned", CustomerWords.percent(score.churned()));
    sheet.figure("purchases", CustomerWords.figure(score.purchases()));
    sheet.figure("spend", CustomerWords.money(score.spend()));
    sheet.endRow();
  }

  @Override
  protected List<String> kept() {
    return List.of("customer");
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    if (required(request, "action").equals(ErasureForm.ACTION)) {
      return erasure.start(
          required(request, "erased"),
          optional(request, "confirm"),
          actor,
          reason(request, messages),
          messages);
    }
    long days = number(request, "days");
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException(messages.text("customers.days.wrong", MOST_DAYS));
    }
    Optional<String> strategy = CustomerActions.strategy(optional(request, "strategy"));
    return actions.start(
        KIND,
        progress -> "{\"id\":\"" + scores.run(strategy, (int) days, progress).id() + "\"}",
        actor,
        reason(request, messages),
        messages);
  }
}
