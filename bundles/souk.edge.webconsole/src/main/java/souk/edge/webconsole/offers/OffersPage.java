package souk.edge.webconsole.offers;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import souk.edge.webconsole.html.ConsolePage;
import souk.edge.webconsole.html.Download;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Jobs;
import souk.kernel.api.Snapshots;
import souk.offer.api.CouponLedger;
import souk.offer.api.LedgerException;
import souk.offer.api.OfferEngine;
import souk.offer.api.OfferLanguage;
import souk.offer.api.PriceLayers;
import souk.trust.api.OfferDesk;
import souk.trust.api.OfferStatus;
import souk.trust.api.Person;

/**
 * Console page of offers and coupons: what is given, what it costs, why not, and how to stop it.
 */
@Component(
    service = Servlet.class,
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + OffersPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Offers and coupons",
      ServletConstants.PLUGIN_CATEGORY + "=Souk",
      ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + OffersPage.LABEL + "/res/souk.css"
    })
public final class OffersPage extends ConsolePage {
  static final String LABEL = "souk-offers";
  private static final long serialVersionUID = 1L;
  private static final int REVIEWS = 50;

  private final transient OfferDesk desk;
  private final transient CartQuestions questions;
  private final transient @Nullable OfferLanguage language;
  private final transient @Nullable CouponLedger ledger;
  private final transient NewCodes codes = new NewCodes(Clock.systemUTC());
  private final transient Explained explained = new Explained();
  private final transient UseSamples samples;
  private final transient OfferActions actions;
  private final transient Snapshots snapshots;
  private final transient ShopChanges changes;

  /**
   * @param language null while nobody reads offers as text
   * @param ledger null while nobody counts uses
   */
  @Activate
  public OffersPage(
      @Reference OfferDesk desk,
      @Reference UseSamples samples,
      @Reference OfferEngine engine,
      @Reference Snapshots snapshots,
      @Reference Jobs jobs,
      @Reference AuditTrail trail,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable OfferLanguage language,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable CouponLedger ledger) {
    super(LABEL);
    this.desk = desk;
    this.samples = samples;
    this.questions = new CartQuestions(engine, snapshots);
    this.language = language;
    this.ledger = ledger;
    this.snapshots = snapshots;
    this.changes = new ShopChanges(desk, snapshots, language);
    this.actions = new OfferActions(desk, ledger, jobs, trail, codes);
  }

  @Override
  protected List<String> kept() {
    return List.of("explained");
  }

  @Override
  protected void show(HttpServletRequest request, Messages messages, Html html) {
    Sheet sheet = Sheet.of(request, messages, html);
    List<OfferStatus> offers = desk.offers();
    samples.look();
    sheet.title("offers");
    OffersView view =
        new OffersView(
            sheet,
            id -> Optional.ofNullable(ledger).map(known -> known.use(id, Optional.empty())),
            samples.pace());
    view.killAll(desk.switches());
    view.groups(offers);
    ShopView shop = new ShopView(sheet);
    shop.reviews(desk.reviews(REVIEWS));
    shop.layers(
        snapshots
            .current()
            .flatMap(published -> published.part(PriceLayers.class))
            .orElseGet(() -> new PriceLayers(List.of())));
    new WhyNotView(sheet, ReasonWords.of(language, messages))
        .show(explained.find(optional(request, "explained")));
    CouponsView coupons = new CouponsView(sheet);
    if (ledger == null) {
      coupons.absent();
      return;
    }
    try {
      coupons.batches(ledger.batches(), codes.waiting());
    } catch (LedgerException notServed) {
      sheet.empty(String.valueOf(notServed.getMessage()));
    }
    coupons.ledger(ledger.status());
  }

  @Override
  protected String act(HttpServletRequest request, Messages messages, Actor actor) {
    String action = required(request, "action");
    if (action.equals("explain")) {
      return explain(request, messages);
    }
    String reason = reason(request, messages);
    // Whoever has the console's password is an administrator.
    Person person = Person.admin(actor);
    return switch (action) {
      case "kill-all" -> {
        confirmed(request, messages);
        yield actions.killAll(person, reason, messages);
      }
      case "lift-all" -> actions.liftAll(person, reason, messages);
      case "submit" -> changes.submit(required(request, "document"), person, reason, messages);
      case "approve", "reject", "publish" ->
          changes.decide(action, required(request, "review"), person, reason, messages);
      case "block" -> actions.block(required(request, "batch"), person, reason, messages);
      case "accept" -> {
        confirmed(request, messages);
        yield actions.accept(required(request, "difference"), person, reason, messages);
      }
      case "generate" ->
          actions.generate(name -> optional(request, name), person, reason, messages);
      default -> {
        if (action.equals("kill")) {
          confirmed(request, messages);
        }
        yield actions.turn(action, required(request, "offer"), person, reason, messages);
      }
    };
  }

  private static void confirmed(HttpServletRequest request, Messages messages) {
    if (!optional(request, "confirm").equals("yes")) {
      throw new IllegalArgumentException(messages.text("offers.confirm.missing"));
    }
  }

  private String explain(HttpServletRequest request, Messages messages) {
    Explained.Answer answer =
        questions.ask(
            required(request, "cart"),
            optional(request, "audience"),
            optional(request, "at"),
            messages);
    lead(request, "explained", explained.keep(answer));
    return messages.text(
        "offers.done.explain",
        answer.quote().quote().applied().size(),
        answer.quote().findings().size());
  }

  @Override
  protected Optional<Download> download(String file, HttpServletRequest request) {
    return file.equals("coupons.csv")
        ? codes
            .take(optional(request, "export"))
            .map(
                waiting ->
                    new Download(
                        "coupons-" + waiting.coupons().batch().batchId() + ".csv",
                        csv -> codes.write(waiting, csv)))
        : Optional.empty();
  }
}
