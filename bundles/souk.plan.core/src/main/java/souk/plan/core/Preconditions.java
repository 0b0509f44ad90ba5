package souk.plan.core;

import java.util.Currency;
import souk.customer.api.SegmentationRun;
import souk.customer.api.Segments;
import souk.data.api.SalesHistory;
import souk.demand.api.DemandModels;
import souk.demand.api.ResponseModel;
import souk.plan.api.PlanRequest;

/** What must have been run before a plan, and the message when it was not. */
final class Preconditions {
  private Preconditions() {}

  static Currency currency(SalesHistory sales, PlanRequest request) {
    Currency currency =
        sales
            .currency()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "A plan needs sales, but nothing is loaded.\nMaybe load a file first."));
    if (!currency.equals(request.budget().currency())) {
      throw new IllegalStateException(
          "The budget is %s, but sales are in %s.%nMaybe give the budget in %s."
              .formatted(request.budget(), currency.getCurrencyCode(), currency.getCurrencyCode()));
    }
    return currency;
  }

  static ResponseModel response(DemandModels models) {
    return models
        .latest()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A plan needs a price response, but none was estimated.\n"
                        + "Maybe run the response estimation first."));
  }

  static SegmentationRun segments(Segments segments) {
    return segments
        .latest()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A promotion plan needs segments, but no segmentation was run.\n"
                        + "Maybe run the segmentation first."));
  }
}
