package souk.plan.core;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import souk.kernel.api.Decision;
import souk.kernel.api.Replay;
import souk.kernel.spi.DecisionReplayer;

/**
 * Says why a plan is not worked out again: it is made from sales, costs, forecasts and elasticities
 * of the whole warehouse, and no old state of the warehouse is kept. The plan itself stays
 * readable.
 */
@Component
public final class PlanReplayer implements DecisionReplayer {
  @Override
  public String kind() {
    return "plan";
  }

  @Override
  public Replay replay(Decision decision) {
    return Replay.impossible(
        decision,
        List.of(
            "The sales, costs, forecasts and elasticities of %s, from which the plan was made, are not kept; the log has only their fingerprint: %s"
                .formatted(decision.at(), decision.bodyJson())));
  }
}
