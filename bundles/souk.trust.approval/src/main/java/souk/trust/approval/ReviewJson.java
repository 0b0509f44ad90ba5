package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;

/** Reviews as JSON and back. */
final class ReviewJson {
  private ReviewJson() {}

  static ObjectNode write(Review review, Json json) {
    ObjectNode node = json.object();
    node.put("planId", review.planId());
    node.put("state", review.state().name());
    VerdictJson.write(review.verdict(), node);
    VerdictJson.steps(review.steps(), node.putArray("steps"));
    return node;
  }

  static Review read(JsonNode node) {
    return new Review(
        node.required("planId").textValue(),
        ReviewState.valueOf(node.required("state").textValue()),
        VerdictJson.read(node),
        VerdictJson.steps(node.required("steps")));
  }
}
