package souk.edge.webconsole.customers;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import souk.customer.api.Scores;
import souk.customer.api.SegmentationRun;
import souk.customer.api.Segments;
import souk.data.api.SalesHistory;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Jobs;
import souk.kernel.api.RouterAdmin;

/** Console page of segments: who belongs together, why, how surely, and what that is worth. */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + SegmentsPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Segments",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + SegmentsPage.LABEL + "/res/souk.css"
    })
public final class SegmentsPage extends ConsolePage {
  static final String LABEL = "souk-segments";
  private static final long serialVersionUID = 1L;
  private static final String KIND = "segments";

  private final transient Segments segments;
  private final transient SalesHistory sales;
  private final transient @Nullable Scores scores;
  private final transient CustomerActions actions;

  /**
   * @param scores null while nobody scores customers
   */
  @Activate
  public SegmentsPage(
      @Reference Segments segments,
      @Reference SalesHistory sales,
      @Reference Jobs jobs,
      @Reference AuditTrail trail,
      @Reference RouterAdmin router,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Scores scores) {
    super(LABEL);
    this.segments = segments;
    this.sales = sales;
    this.scores = scores;
    this.actions = new CustomerActions(jobs, trail, router);
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    Sheet sheet = Sheet.of(request, messages, html);
    sheet.title("segments");
    actions.running(sheet, KIND);
    Optional<SegmentationRun> latest = segments.latest();
    boolean nothing = sales.summary().isEmpty();
    if (latest.isEmpty()) {
      sheet.empty(sheet.text(nothing ? "customers.no-sales" : "segments.none"));
    } else {
      new SegmentsView(sheet, latest.get(), Optional.ofNullable(scores).flatMap(Scores::latest))
          .show();
    }
    if (!nothing) {
      actions.form(sheet, "segments", "SegmentationStrategy", () -> {});
    }
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    required(request, "action");
    Optional<String> strategy = CustomerActions.strategy(optional(request, "strategy"));
    return actions.start(
        KIND,
        progress -> "{\"id\":\"" + segments.run(strategy, progress).id() + "\"}",
        actor,
        reason(request, messages),
        messages);
  }
}
