package souk.edge.rest.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import souk.offer.api.Offer;
import souk.offer.api.OfferLimits;
import souk.offer.api.OfferProblem;
import souk.offer.api.PriceLayer;
import souk.trust.api.OfferAssessment;
import souk.trust.api.OfferDraft;
import souk.trust.api.OfferImpact;
import souk.trust.api.OfferReview;
import souk.trust.api.OfferStatus;
import souk.trust.api.OfferSwitches;

/** How offers and their life look in JSON; {@link OfferShapes} describes it. */
public final class OfferViews {
  private OfferViews() {}

  static void addTo(SimpleModule module) {
    ViewModule.add(module, Offer.class, OfferViews::offer);
    ViewModule.add(module, OfferLimits.class, OfferViews::limits);
    ViewModule.add(module, OfferProblem.class, OfferViews::problem);
    ViewModule.add(module, OfferDraft.class, OfferViews::draft);
    ViewModule.add(module, OfferStatus.class, OfferViews::status);
    ViewModule.add(module, OfferReview.class, OfferViews::review);
    ViewModule.add(module, OfferAssessment.class, OfferViews::assessment);
    ViewModule.add(module, OfferImpact.class, OfferViews::impact);
    ViewModule.add(module, OfferSwitches.class, OfferViews::switches);
  }

  private static Map<String, Object> offer(Offer o) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", o.id());
    view.put("name", o.name());
    view.put("window", o.window());
    view.put("conditions", o.conditions());
    view.put("effect", o.effect());
    view.put("priority", o.priority());
    view.put("stackingGroup", o.stackingGroup());
    view.put("exclusive", o.exclusive());
    view.put("planId", o.planId());
    view.put("basis", o.basis());
    view.put("limits", o.limits());
    view.put("funding", o.funding());
    view.put("names", o.names());
    view.put("paused", o.paused());
    return view;
  }

  private static Map<String, Object> limits(OfferLimits limits) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("perOrder", orNull(limits.perOrder()));
    view.put("perCustomer", orNull(limits.perCustomer()));
    view.put("total", orNull(limits.total()));
    view.put("budget", limits.budget());
    return view;
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static Map<String, Object> problem(OfferProblem problem) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("severity", problem.severity());
    view.put("pointer", problem.pointer());
    view.put("line", problem.line());
    view.put("column", problem.column());
    view.put("code", problem.reason().code());
    view.put("text", problem.reason().text());
    return view;
  }

  private static Map<String, Object> draft(OfferDraft draft) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("offer", draft.offer());
    view.put("revision", draft.revision());
    view.put("changedAt", draft.changedAt());
    view.put("changedBy", draft.changedBy());
    view.put("authors", new TreeSet<>(draft.authors()));
    view.put("reviewId", draft.reviewId());
    return view;
  }

  /** An offer at the desk. */
  public static Map<String, Object> status(OfferStatus status) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("offerId", status.offerId());
    view.put("state", status.state());
    view.put("published", status.published());
    view.put("draft", status.draft());
    view.put("stopped", status.stopped());
    return view;
  }

  private static Map<String, Object> review(OfferReview review) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", review.id());
    view.put("state", review.state());
    view.put("offers", review.offers());
    view.put("ends", review.ends());
    view.put(
        "layers", review.layers().map(all -> all.layers().stream().map(PriceLayer::id).toList()));
    view.put("articles", review.articles().size());
    view.put("authors", new TreeSet<>(review.authors()));
    view.put("assessment", review.assessment());
    view.put("steps", review.steps());
    view.put("publicationId", review.publicationId());
    return view;
  }

  private static Map<String, Object> assessment(OfferAssessment assessment) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("publishable", assessment.publishable());
    view.put("findings", assessment.findings());
    view.put("conflicts", assessment.conflicts());
    view.put("verdict", assessment.verdict());
    view.put("impact", assessment.impact());
    view.put("secondPerson", assessment.secondPerson());
    return view;
  }

  private static Map<String, Object> impact(OfferImpact impact) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("articlesTouched", impact.articlesTouched());
    view.put("articles", impact.articles());
    view.put("articlesShare", impact.articlesShare());
    view.put("depthShare", impact.depthShare());
    view.put("budget", impact.budget());
    view.put("budgetOpen", impact.budgetOpen());
    return view;
  }

  private static Map<String, Object> switches(OfferSwitches switches) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("allKilled", switches.allKilled());
    view.put("killed", switches.killed());
    view.put("paused", switches.paused());
    view.put("durable", switches.durable());
    return view;
  }
}
