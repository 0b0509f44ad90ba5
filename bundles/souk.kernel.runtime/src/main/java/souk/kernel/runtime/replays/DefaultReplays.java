package souk.kernel.runtime.replays;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Replay;
import souk.kernel.api.Replays;
import souk.kernel.spi.DecisionReplayer;
import souk.model.DecisionId;

/** Finds a decision in the log and hands it to the room that made it. */
@Component
public final class DefaultReplays implements Replays {
  // Dynamic: rooms come and go while others are served.
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      fieldOption = FieldOption.UPDATE)
  private final List<DecisionReplayer> replayers = new CopyOnWriteArrayList<>();

  private final DecisionLog log;

  @Activate
  public DefaultReplays(@Reference DecisionLog log) {
    this.log = log;
  }

  DefaultReplays(DecisionLog log, List<DecisionReplayer> present) {
    this(log);
    replayers.addAll(present);
  }

  @Override
  public Optional<Replay> replay(DecisionId id) {
    return log.find(id).map(this::replay);
  }

  private Replay replay(Decision decision) {
    return replayers.stream()
        .filter(replayer -> replayer.kind().equals(decision.kind()))
        .findFirst()
        .map(replayer -> replayer.replay(decision))
        .orElseGet(
            () ->
                Replay.impossible(
                    decision,
                    List.of(
                        "No bundle here computes decisions of kind %s again."
                            .formatted(decision.kind()))));
  }
}
